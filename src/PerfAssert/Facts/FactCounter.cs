using PerfAssert.Measuring;

namespace PerfAssert.Facts;

/// <summary>Counts exact facts in calls of their own, one at a time, before anything is timed.</summary>
internal sealed class FactCounter(PerfBody body, IReadOnlyList<IFactSource> sources, IReadOnlyCollection<ExactFact> limited, IInstruments instruments)
{
    /// <summary>Calls that must agree. The first call of all does not count: much is done once.</summary>
    private const int Passes = 3;

    private TimeSpan? _sureAfter;

    /// <summary>Whether any call came to anything at all.</summary>
    public bool SawAnything { get; private set; }

    /// <summary>Makes the first call of a test, and looks whether there is anything to count.</summary>
    public async ValueTask FirstCallAsync()
    {
        var readings = await CallAsync().ConfigureAwait(false);
        SawAnything = readings.Any(reading => !reading.IsEmpty);
        _sureAfter = readings.Max(reading => reading.SureAfter);
    }

    /// <summary>Counts.</summary>
    /// <param name="expected">Whether something must be counted even where the first call came to nothing: there is a limit or a baseline.</param>
    /// <param name="recorded">Whether what is counted can become a baseline. Without that, and without expectations, the first call was enough.</param>
    /// <returns>The facts; none where nothing was to be counted.</returns>
    public async ValueTask<IReadOnlyList<CountedFact>> CountAsync(bool expected, bool recorded, CancellationToken cancellationToken)
    {
        var isWorthIt = expected || (recorded && (SawAnything || _sureAfter is not null));
        if (sources.Count == 0 || !isWorthIt)
            return [];
        if (_sureAfter is { } pause)
            await instruments.PauseAsync(pause, cancellationToken).ConfigureAwait(false);

        var passes = new List<IReadOnlyList<FactReading>>();
        for (var pass = 0; pass < Passes; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            passes.Add(await CallAsync().ConfigureAwait(false));
        }

        SawAnything |= passes.Any(readings => readings.Any(reading => !reading.IsEmpty));
        if (!expected && !SawAnything)
            return [];
        return
        [
            .. from source in Enumerable.Range(0, sources.Count)
               from fact in sources[source].Facts
               where fact.IsInBaseline || limited.Contains(fact)
               select CountedFact.Of(fact, [.. passes.Select(readings => readings[source])]),
        ];
    }

    private async ValueTask<IReadOnlyList<FactReading>> CallAsync()
    {
        await body.PrepareAsync(1).ConfigureAwait(false);

        // Started in this method, not in one it awaits: the code below inherits this async flow.
        var scopes = sources.Select(source => source.Start(limited)).ToArray();
        try
        {
            await body.RunAsync(1).ConfigureAwait(false);
            FactReading[] readings = [.. scopes.Select(scope => scope.Stop())];
            await body.CleanUpAsync(1).ConfigureAwait(false);
            return readings;
        }
        finally
        {
            foreach (var scope in scopes)
                scope.Dispose();
        }
    }
}
