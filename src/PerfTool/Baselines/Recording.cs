using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Facts;
using PerfAssert.Statistics;
using PerfTool.Results;

namespace PerfTool.Baselines;

/// <summary>What several fresh processes measured of one test, and whether it is fit to be a baseline.</summary>
/// <param name="Record">The figures of the middle process; null where they do not agree.</param>
/// <param name="Problem">Why not; null where they agree.</param>
internal sealed record Recording(BaselineRecord? Record, string? Problem)
{
    /// <summary>Fewer processes than this agree on nothing.</summary>
    public const int FewestProcesses = 3;

    /// <summary>The most by which the fastest and the slowest of the agreeing processes may differ.</summary>
    private const double Agreement = 1.05;

    /// <summary>
    /// Judges: three processes must agree within 5 %, in their fastest batches or in their first quartiles, as a verdict takes the better of the two. Of more processes the three that agree
    /// best count. The record is that of the middle one, as a whole.
    /// </summary>
    /// <param name="results">The test's results, one a process.</param>
    /// <param name="recorded">When, UTC.</param>
    /// <param name="reason">Why; null where nobody asked.</param>
    /// <param name="commit">The commit that is checked out; null where there is none.</param>
    public static Recording Of(IReadOnlyList<TestResult> results, DateTime recorded, string? reason, string? commit)
    {
        if (results.FirstOrDefault(result => result.Now is null) is { } unmeasured)
            return new Recording(null, unmeasured.Reason);
        var byQuartile = results.OrderBy(result => result.Now!.P25).ToList();
        if (Closest(byQuartile, figures => figures.P25!.Value) is not { } best || Closest([.. results.OrderBy(result => result.Now!.Min)], figures => figures.Min!.Value) is not { } fastest)
            return new Recording(null, string.Create(CultureInfo.InvariantCulture, $"{results.Count} of {FewestProcesses} processes measured it"));
        var chosen = best.Ratio <= fastest.Ratio ? best : fastest;
        if (chosen.Ratio > Agreement)
        {
            var ratios = string.Join(", ", byQuartile.Select(result => (result.Now!.P25!.Value / byQuartile[0].Now!.P25!.Value).ToString("0.00", CultureInfo.InvariantCulture)));
            return new Recording(null, $"the processes do not agree within 5 % ({ratios}): is the machine quiet?");
        }

        return new Recording(ToRecord(chosen.Middle, recorded, reason, commit), null);
    }

    /// <summary>Of neighbours in order, the three that lie closest.</summary>
    private static (double Ratio, TestResult Middle)? Closest(IReadOnlyList<TestResult> ordered, Func<Figures, double> figure) =>
        ordered.Count < FewestProcesses ? null : Enumerable.Range(0, ordered.Count - FewestProcesses + 1)
            .Select(start => (Ratio: figure(ordered[start + FewestProcesses - 1].Now!) / figure(ordered[start].Now!), Middle: ordered[start + (FewestProcesses / 2)]))
            .MinBy(three => three.Ratio);

    private static BaselineRecord ToRecord(TestResult result, DateTime recorded, string? reason, string? commit)
    {
        var figures = result.Now!;
        return new BaselineRecord
        {
            Min = figures.Min!.Value,
            P25 = figures.P25!.Value,
            P50 = figures.P50!.Value,
            P95 = figures.P95!.Value,
            P99 = figures.P99!.Value,
            PercentilesOf = figures.PercentilesOf == "calls" ? PercentileSource.Calls : PercentileSource.BatchMeans,
            Mix = figures.Mix!.Value,
            CpuLoad = figures.CpuLoad!.Value,
            Allocated = figures.Allocated!.Value,
            AllocatedExactly = figures.AllocatedBy == "thread",
            Facts = (figures.Facts ?? new Dictionary<string, long>()).Aggregate(FactCounts.None, (facts, fact) => facts.With(fact.Key, fact.Value)),
            Recorded = new DateTime(recorded.Ticks - (recorded.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc),
            Reason = reason,
            Commit = commit,
        };
    }
}
