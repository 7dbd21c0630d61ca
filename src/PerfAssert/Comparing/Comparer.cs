using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Comparing;

/// <summary>
/// Compares two bodies in one process: both warmed up, then batches of one and the other in turn, in random order within each pair. What the
/// machine does to one it does to the other.
/// </summary>
internal sealed class Comparer(PerfBody subject, PerfBody reference, MeasurementPlan measuring, ComparisonPlan plan, IInstruments instruments, Random random)
{
    private readonly WarmUp _subjectWarmUp = new(subject, measuring, instruments);
    private readonly WarmUp _referenceWarmUp = new(reference, measuring, instruments);

    /// <summary>Warms both up and compares.</summary>
    /// <param name="isClear">Asked now and then: is that clear enough to stop?</param>
    public ValueTask<Comparison> CompareAsync(Func<RatioEstimate, bool> isClear, CancellationToken cancellationToken) =>
        CompareAsync(measuring.MinWarmUp, measuring.MaxWarmUp, null, isClear, cancellationToken);

    /// <summary>Compares once more after a pause.</summary>
    public async ValueTask<Comparison> ConfirmAsync(Comparison first, Func<RatioEstimate, bool> isClear, CancellationToken cancellationToken)
    {
        await instruments.PauseAsync(measuring.Pause, cancellationToken).ConfigureAwait(false);
        return await CompareAsync(measuring.ReWarmUp, measuring.ReWarmUp, first, isClear, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Comparison> CompareAsync(TimeSpan minWarmUp, TimeSpan maxWarmUp, Comparison? known, Func<RatioEstimate, bool> isClear, CancellationToken cancellationToken)
    {
        var start = instruments.Now;
        if (known is null && plan.TakesTurnsFirst)
            await AlternateAsync(minWarmUp, cancellationToken).ConfigureAwait(false);
        var referencePace = await _referenceWarmUp.RunAsync(minWarmUp, maxWarmUp, cancellationToken).ConfigureAwait(false);
        var subjectPace = await _subjectWarmUp.RunAsync(minWarmUp, maxWarmUp, cancellationToken).ConfigureAwait(false);
        instruments.CollectGarbage();
        var subjectAllocation = Allocation.Lower(known?.SubjectAllocation, await new AllocationCounter(subject, measuring, instruments).CountAsync(subjectPace.PerCall, cancellationToken).ConfigureAwait(false));
        var referenceAllocation = Allocation.Lower(known?.ReferenceAllocation, await new AllocationCounter(reference, measuring, instruments).CountAsync(referencePace.PerCall, cancellationToken).ConfigureAwait(false));

        var subjectTimer = new BatchTimer(subject, instruments, singly: subjectPace.PerCall >= measuring.SingleCall.TotalNanoseconds);
        var referenceTimer = new BatchTimer(reference, instruments, singly: referencePace.PerCall >= measuring.SingleCall.TotalNanoseconds);
        var pairTime = (subjectPace.PerCall * subjectPace.CallsPerBatch) + (referencePace.PerCall * referencePace.CallsPerBatch);
        var pairsPerBlock = (int)Math.Clamp(Math.Round(plan.Block.TotalNanoseconds / pairTime), 1, plan.MostPairsOfBlock);
        var pairs = new List<PairSample>(4_096);
        var heap = new HeapWatch(instruments);
        var sampling = instruments.Now;
        var nextLook = plan.Look;
        RatioEstimate? ratio;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            pairs.Add(await TimePairAsync().ConfigureAwait(false));
            ratio = null;
            if (instruments.Since(sampling) is var elapsed && elapsed >= nextLook && pairs.Count >= pairsPerBlock)
            {
                nextLook = elapsed + plan.Look;
                heap.Look();
                ratio = RatioEstimate.Of(pairs, pairsPerBlock);
                if (ratio.Blocks >= plan.FewestBlocks && isClear(ratio))
                    break;
            }
        }
        while (!IsLongEnough(instruments.Since(sampling), pairs.Count / pairsPerBlock));

        return new Comparison
        {
            Pairs = pairs,
            PairsPerBlock = pairsPerBlock,
            Ratio = ratio ?? RatioEstimate.Of(pairs, pairsPerBlock),
            Subject = Latency.From(pairs.Select(pair => pair.Subject).ToArray(), subjectTimer.SingleCalls),
            Reference = Latency.From(pairs.Select(pair => pair.Reference).ToArray(), referenceTimer.SingleCalls),
            SubjectAllocation = subjectAllocation,
            ReferenceAllocation = referenceAllocation,
            Settled = known?.Settled == true || (subjectPace.Settled && referencePace.Settled),
            Elapsed = instruments.Since(start),
        };

        async ValueTask<PairSample> TimePairAsync()
        {
            if (random.Next(2) == 0)
            {
                var first = await subjectTimer.TimeAsync(subjectPace.CallsPerBatch).ConfigureAwait(false);
                return new PairSample(first, await referenceTimer.TimeAsync(referencePace.CallsPerBatch).ConfigureAwait(false));
            }

            var other = await referenceTimer.TimeAsync(referencePace.CallsPerBatch).ConfigureAwait(false);
            return new PairSample(await subjectTimer.TimeAsync(subjectPace.CallsPerBatch).ConfigureAwait(false), other);
        }
    }

    /// <summary>
    /// Calls both in turn, from the first call on. Code that both use, of the framework above all, is compiled for what it meets while it is still counted: what comes later than that
    /// finds it compiled for the other's types, and is slower by some percent for no fault of its own.
    /// </summary>
    private async ValueTask AlternateAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var start = instruments.Now;
        var calls = 1L;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var perCall = await _referenceWarmUp.TimeAsync(calls).ConfigureAwait(false);
            await _subjectWarmUp.TimeAsync(calls).ConfigureAwait(false);
            if (perCall * calls < measuring.Batch.TotalNanoseconds)
                calls *= 2;
        }
        while (instruments.Since(start) < time);
    }

    private bool IsLongEnough(TimeSpan elapsed, int blocks) =>
        elapsed >= plan.LongestOfLongCalls || (elapsed >= plan.Longest && blocks >= plan.FewestBlocks);
}
