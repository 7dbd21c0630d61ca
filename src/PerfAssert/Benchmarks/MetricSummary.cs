namespace PerfAssert;

/// <summary>The values of one metric in one run.</summary>
/// <param name="Count">How many there are; 1 for a single value, which all three percentiles are then.</param>
/// <param name="P50">The median, in the metric's unit.</param>
/// <param name="P95">The 95th percentile.</param>
/// <param name="P99">The 99th percentile.</param>
public sealed record MetricSummary(int Count, double P50, double P95, double P99);
