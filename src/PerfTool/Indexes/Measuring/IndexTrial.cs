using System.Diagnostics;
using PerfTool.Cli;

namespace PerfTool.Indexes.Measuring;

/// <summary>
/// Runs queries without and with indexes. The two cannot be interleaved call by call, so there are several rounds: what the machine does meanwhile
/// shows as rounds that disagree.
/// </summary>
/// <param name="rounds">How often to go from without to with.</param>
/// <param name="runs">How often to run a query each time.</param>
internal sealed class IndexTrial(int rounds, int runs)
{
    /// <summary>A query that takes long is not run as often: a round gives it no more than this, after the first run.</summary>
    private static readonly TimeSpan s_mostOfRound = TimeSpan.FromSeconds(2);

    /// <summary>Runs them.</summary>
    /// <exception cref="ToolException">The database refuses an index or a query, or returns other rows with the indexes.</exception>
    public async Task<TrialResult> RunAsync(TrialDatabase database, IReadOnlyList<TrialIndex> indexes, IReadOnlyList<RecordedQuery> queries, CancellationToken cancellationToken)
    {
        var before = queries.Select(_ => new List<Side>()).ToList();
        var after = queries.Select(_ => new List<Side>()).ToList();
        string? doubt = null;
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < queries.Count; i++)
                before[i].Add(await MeasureAsync(database, queries[i], cancellationToken).ConfigureAwait(false));
            await database.CreateAsync(indexes, cancellationToken).ConfigureAwait(false);
            doubt ??= await database.DoubtAsync(indexes, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < queries.Count; i++)
                after[i].Add(await MeasureAsync(database, queries[i], cancellationToken).ConfigureAwait(false));
            await database.RemoveAsync(cancellationToken).ConfigureAwait(false);
        }

        return new TrialResult([.. queries.Select((query, i) => Gain(query, before[i], after[i]))], doubt);
    }

    private Task<Side> MeasureAsync(TrialDatabase database, RecordedQuery query, CancellationToken cancellationToken) => database.ReadOnlyAsync(
        async () =>
        {
            // The first run fills caches, and finds what is wrong with the query in plainer words than its plan would.
            if (await database.RunAsync(query, cancellationToken).ConfigureAwait(false) is not (_, var rows))
                return new Side(null, null, null);
            var times = new List<double>();
            var start = Stopwatch.GetTimestamp();
            do
            {
                if (await database.RunAsync(query, cancellationToken).ConfigureAwait(false) is not (var elapsed, _))
                    return new Side(null, rows, null);
                times.Add(elapsed.TotalMilliseconds);
            }
            while (times.Count < runs && Stopwatch.GetElapsedTime(start) < s_mostOfRound);
            return new Side(Median(times), rows, await database.PlanAsync(query.Sql, cancellationToken).ConfigureAwait(false));
        },
        cancellationToken);

    private static QueryGain Gain(RecordedQuery query, List<Side> before, List<Side> after)
    {
        var rows = before.Concat(after).Select(side => side.Rows).OfType<long>().Distinct().ToList();
        if (rows.Count > 1)
            throw new ToolException($"'{query.Name}' returned {string.Join(" and then ", rows)} rows: something writes to the database, or the query depends on the time. Measure on a copy.");
        var gains = before.Zip(after).Where(pair => pair.First.Milliseconds is not null && pair.Second.Milliseconds is not null).Select(pair => pair.First.Milliseconds!.Value / pair.Second.Milliseconds!.Value).ToList();
        return new QueryGain(query.Name, Middle(before), Middle(after), gains, rows.Count == 1 ? rows[0] : null, Plan(before), Plan(after));
    }

    /// <summary>Null as soon as one round was broken off.</summary>
    private static double? Middle(List<Side> sides) => sides.Exists(side => side.Milliseconds is null) ? null : Median([.. sides.Select(side => side.Milliseconds!.Value)]);

    private static string Plan(List<Side> sides) => string.Join(" | ", sides.Select(side => side.Plan ?? "broken off").Distinct(StringComparer.Ordinal));

    internal static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private sealed record Side(double? Milliseconds, long? Rows, string? Plan);
}
