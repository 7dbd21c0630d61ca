using PerfAssert.Statistics;

namespace PerfAssert.Measuring;

/// <summary>
/// Measures one body: warm-up, allocations, then batches with a MIX reading beside each. Synchronous code stays on the
/// calling thread from the first call to the last.
/// </summary>
internal sealed class Measurer(PerfBody body, MeasurementPlan plan, IInstruments instruments)
{
    private readonly WarmUp _warmUp = new(body, plan, instruments);

    /// <summary>Warms up and measures.</summary>
    /// <param name="clearlyFine">Asked now and then while sampling: is this good enough to stop? Null measures for the full time once.</param>
    public async ValueTask<Measurement> MeasureAsync(Func<IReadOnlyList<BatchSample>, bool>? clearlyFine, CancellationToken cancellationToken)
    {
        var start = instruments.Now;
        var pace = await _warmUp.RunAsync(plan.MinWarmUp, plan.MaxWarmUp, cancellationToken).ConfigureAwait(false);
        var longest = clearlyFine is null ? plan.Sampling : plan.ExtendedSampling;
        return await SampleAsync(pace, start, longest, clearlyFine, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Measures once more after a pause. Of the two counts of allocations the lower is kept: whatever disturbs a count adds to it.</summary>
    public async ValueTask<Measurement> ConfirmAsync(Measurement first, Func<IReadOnlyList<BatchSample>, bool>? clearlyFine, CancellationToken cancellationToken)
    {
        await instruments.PauseAsync(plan.Pause, cancellationToken).ConfigureAwait(false);
        var start = instruments.Now;
        var pace = await _warmUp.RunAsync(plan.ReWarmUp, plan.ReWarmUp, cancellationToken).ConfigureAwait(false);
        return await SampleAsync(
            pace with { Settled = first.Settled || pace.Settled }, start, plan.ConfirmationSampling, clearlyFine, first.Allocation, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Measurement> SampleAsync(
        Pace pace, long start, TimeSpan longest, Func<IReadOnlyList<BatchSample>, bool>? clearlyFine, Allocation? known, CancellationToken cancellationToken)
    {
        instruments.CollectGarbage();
        var allocation = Allocation.Lower(known, await new AllocationCounter(body, plan, instruments).CountAsync(pace.PerCall, cancellationToken).ConfigureAwait(false));

        var samples = new List<BatchSample>(8_192);
        var timer = new BatchTimer(body, instruments, singly: pace.PerCall >= plan.SingleCall.TotalNanoseconds);
        var heap = new HeapWatch(instruments);
        var cpu = instruments.ProcessCpuTime;
        var sampling = instruments.Now;
        var nextLook = plan.Look;
        TimeSpan elapsed;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mix = instruments.ReadMix();
            samples.Add(new BatchSample(await timer.TimeAsync(pace.CallsPerBatch).ConfigureAwait(false), mix));
            elapsed = instruments.Since(sampling);
            if (elapsed >= nextLook)
            {
                nextLook = elapsed + plan.Look;
                heap.Look();
                if (samples.Count >= plan.FewestSamples && clearlyFine?.Invoke(samples) == true)
                    break;
            }
        }
        while (elapsed < longest || samples.Count < plan.FewestSamples);

        return new Measurement
        {
            Samples = samples,
            SingleCalls = timer.SingleCalls,
            Latency = Latency.From(samples.Select(s => s.PerCall).ToArray(), timer.SingleCalls),
            Mix = Quantile.Of(samples.Select(s => s.Mix), 0.25),
            Allocation = allocation,
            CpuLoad = elapsed > TimeSpan.Zero ? (instruments.ProcessCpuTime - cpu) / elapsed.TotalNanoseconds : 0,
            Calls = samples.Count * pace.CallsPerBatch,
            CallsPerBatch = pace.CallsPerBatch,
            Settled = pace.Settled,
            Elapsed = instruments.Since(start),
        };
    }
}
