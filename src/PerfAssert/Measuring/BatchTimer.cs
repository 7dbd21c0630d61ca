namespace PerfAssert.Measuring;

/// <summary>Times batches of one body, and its calls one by one where they are long enough.</summary>
/// <param name="body">The body.</param>
/// <param name="instruments">The clock.</param>
/// <param name="singly">Whether to time each call by itself: the percentiles are then of calls.</param>
internal sealed class BatchTimer(PerfBody body, IInstruments instruments, bool singly)
{
    private const int SingleCallsKept = 100_000;

    private readonly List<double> _singleCalls = new(singly ? SingleCallsKept : 0);

    /// <summary>Nanoseconds of single calls; none where batches are timed as a whole.</summary>
    public IReadOnlyList<double> SingleCalls => _singleCalls;

    /// <summary>Runs one batch and returns its nanoseconds per call.</summary>
    public async ValueTask<double> TimeAsync(long calls)
    {
        await body.PrepareAsync(calls).ConfigureAwait(false);
        var time = singly ? await TimeSinglyAsync(calls).ConfigureAwait(false) : await TimeBatchAsync(calls).ConfigureAwait(false);
        await body.CleanUpAsync(calls).ConfigureAwait(false);
        return time;
    }

    private async ValueTask<double> TimeBatchAsync(long calls)
    {
        var start = instruments.Now;
        await body.RunAsync(calls).ConfigureAwait(false);
        return (instruments.Now - start) / (double)calls;
    }

    private async ValueTask<double> TimeSinglyAsync(long calls)
    {
        var start = instruments.Now;
        var last = start;
        for (var i = 0L; i < calls; i++)
        {
            await body.RunAsync(1).ConfigureAwait(false);
            var now = instruments.Now;
            if (_singleCalls.Count < SingleCallsKept)
                _singleCalls.Add(now - last);
            last = now;
        }

        return (last - start) / (double)calls;
    }
}
