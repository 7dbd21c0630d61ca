using PerfAssert.Statistics;

namespace PerfAssert.Builds;

/// <summary>What the calls of one build took, in nanoseconds a call.</summary>
/// <param name="Min">The fastest batch.</param>
/// <param name="P25">The first quartile of batches.</param>
/// <param name="P50">The median.</param>
/// <param name="P95">The 95th percentile.</param>
/// <param name="P99">The 99th percentile.</param>
/// <param name="PercentilesOf">What the three percentiles are of.</param>
public sealed record CallTimes(double Min, double P25, double P50, double P95, double P99, PercentileSource PercentilesOf)
{
    internal static CallTimes Of(Latency latency) => new(latency.Min, latency.P25, latency.P50, latency.P95, latency.P99, latency.PercentilesOf);
}
