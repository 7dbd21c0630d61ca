using PerfAssert.Comparing;
using PerfAssert.Measuring;
using PerfTooling.Benchmarks;

namespace PerfTooling.NoiseStudy;

/// <summary>Measures one workload, once, in this process; a fresh process does nothing else.</summary>
internal static class Session
{
    /// <summary>How long the workload is compared with its equal: several comparisons, one after the other.</summary>
    private static readonly TimeSpan s_comparison = TimeSpan.FromSeconds(5);

    /// <summary>Longer than the product's, so that rules which ask for more can be tried on the same traces.</summary>
    private static readonly TimeSpan s_confirmation = TimeSpan.FromSeconds(5);

    public static async Task<Trace> RecordAsync(Workload workload)
    {
        var (plan, instruments) = (new MeasurementPlan { ConfirmationSampling = s_confirmation }, new SystemInstruments());
        var measurer = new Measurer(workload.Create(), plan, instruments);

        // Never fine: as long as it may last.
        var first = await measurer.MeasureAsync(_ => false, default);
        var second = await measurer.ConfirmAsync(first, _ => false, default);

        // The same data: two equal dictionaries lie elsewhere in memory, which alone makes one of them slower.
        var equal = workload.Create();
        var comparer = new Comparer(equal, equal, plan, new ComparisonPlan { Longest = s_comparison }, instruments, Random.Shared);
        var comparison = await comparer.CompareAsync(_ => false, default);
        return new Trace(
            workload.Name,
            MachineFingerprint.Current.Key,
            MeasuredTrace.Of(first),
            MeasuredTrace.Of(second),
            [.. comparison.Pairs.SelectMany(pair => new[] { Math.Round(pair.Subject, 3), Math.Round(pair.Reference, 3) })],
            s_comparison.TotalNanoseconds / comparison.Pairs.Count,
            comparison.PairsPerBlock);
    }
}
