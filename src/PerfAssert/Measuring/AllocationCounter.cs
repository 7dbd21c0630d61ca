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
        var passes = perCall >= plan.LongCall.TotalNanoseconds ? 1 : plan.AllocationPasses;
        var fewest = long.MaxValue;
        for (var pass = 0; pass < passes; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = Read();
            await body.RunAsync(calls).ConfigureAwait(false);
            fewest = Math.Min(fewest, Read() - before);
        }

        return new Allocation(Math.Max(0, fewest) / (double)calls, Exact: !body.IsAsync);
    }

    private long Read() => body.IsAsync ? instruments.ProcessAllocatedBytes : instruments.ThreadAllocatedBytes;
}
