namespace PerfAssert.Loads;

/// <summary>Latencies of a run's successful requests, in nanoseconds.</summary>
/// <param name="Count">How many there are; where it is 0 the figures are 0 too.</param>
public sealed record LoadLatency(long Count, double Min, double Mean, double P50, double P95, double P99, double P999, double Max);
