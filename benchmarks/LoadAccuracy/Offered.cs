namespace PerfTooling.LoadAccuracy;

/// <summary>What one round came to: requests a second, and latencies in nanoseconds.</summary>
internal readonly record struct Offered(double Rate, double P50, double P99);
