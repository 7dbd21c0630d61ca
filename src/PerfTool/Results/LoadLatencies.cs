namespace PerfTool.Results;

/// <summary>Latencies of successful requests, in nanoseconds.</summary>
internal sealed record LoadLatencies(long Count, double Min, double Mean, double P50, double P95, double P99, double P999, double Max);
