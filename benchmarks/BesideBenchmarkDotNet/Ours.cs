using System.Diagnostics;
using PerfAssert;
using PerfAssert.Comparing;
using PerfAssert.Measuring;
using PerfAssert.Verdicts;
using PerfTooling.Benchmarks;

namespace PerfTooling.BesideBenchmarkDotNet;

/// <summary>What PerfAssert does, in this process.</summary>
internal static class Ours
{
    /// <summary>Median and fastest of the batches in nanoseconds, and the seconds it took.</summary>
    public static async Task<double[]> MeasureAsync(Workload workload)
    {
        var time = Stopwatch.StartNew();
        var measurement = await new Measurer(workload.Create(), new MeasurementPlan(), new SystemInstruments()).MeasureAsync(null, default);
        return [measurement.Latency.P50, measurement.Latency.Min, time.Elapsed.TotalSeconds];
    }

    /// <summary>Compares the workload with itself as a test with RelativeTo does: half the width of the bounds, and the seconds it took, warm-up included.</summary>
    public static async Task<double[]> CompareAsync(Workload workload)
    {
        var time = Stopwatch.StartNew();
        var body = workload.Create();
        var comparer = new Comparer(body, body, new MeasurementPlan(), new ComparisonPlan(), new SystemInstruments(), Random.Shared);
        var ratio = (await comparer.CompareAsync(ratio => ComparisonRules.IsClear(ratio, PerfPolicy.DefaultMaxRatio), default)).Ratio;
        return [(ratio.Upper - ratio.Lower) / 2, time.Elapsed.TotalSeconds];
    }
}
