namespace PerfAssert.Measuring;

/// <summary>
/// Counts allocated bytes in passes of their own: reading the counters is no part of what is timed. The lowest pass is
/// taken, because everything that disturbs the count (a cache that grows, another thread) adds to it.
/// </summary>
internal sealed class AllocationCounter(PerfBody body, MeasurementPlan plan, IInstruments instruments)
{
    // Steps, not "as many as fit": code that allocates now and then must be averaged over the same number of calls in every session.
    private static readonly int[] Steps = [512, 64, 8, 1];

    /// <summary>Counts, given about how many nanoseconds a call takes.</summary>
    public async ValueTask<Allocation> CountAsync(double perCall, CancellationToken cancellationToken)
    {
        var calls = Steps.First(s => s == 1 || s * perCall <= plan.AllocationPass.TotalNanoseconds);
        var fewest = long.MaxValue;
        for (var pass = 0; pass < Passes(calls * perCall); pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await body.PrepareAsync(calls).ConfigureAwait(false);
            fewest = Math.Min(fewest, await CountPassAsync(calls).ConfigureAwait(false));
            await body.CleanUpAsync(calls).ConfigureAwait(false);
        }

        return new Allocation(Math.Max(0, fewest) / (double)calls, Exact: !body.IsAsync);
    }

    /// <summary>More for asynchronous code, whose count other threads may disturb.</summary>
    private int Passes(double length) =>
        length >= plan.LongCall.TotalNanoseconds ? 1
        : body.IsAsync ? Math.Clamp((int)(plan.AllocationTime.TotalNanoseconds / length), plan.AllocationPasses, plan.MostAllocationPasses)
        : plan.AllocationPasses;

    /// <summary>
    /// Asynchronous code that never waited stayed on this thread, and its counter knows nothing of others. Code that did wait may have
    /// moved, so the process is counted, and whatever else allocated meanwhile.
    /// </summary>
    private async ValueTask<long> CountPassAsync(long calls)
    {
        using var flow = body.IsAsync ? new FlowWatch() : null;
        var process = body.IsAsync ? instruments.ProcessAllocatedBytes : 0;
        var thread = instruments.ThreadAllocatedBytes;
        var running = body.RunAsync(calls);
        var byThread = instruments.ThreadAllocatedBytes - thread;

        // That no task is left behind is not enough: another thread may have finished each call before its task was looked at.
        if (running == default && flow is not { HasLeft: true })
            return byThread;

        await running.ConfigureAwait(false);
        return instruments.ProcessAllocatedBytes - process;
    }
}
