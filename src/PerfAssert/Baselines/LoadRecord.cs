namespace PerfAssert.Baselines;

/// <summary>The figures of one load test on one machine. Latencies in nanoseconds, as a user waits.</summary>
/// <param name="Profile">What was offered, in words: figures under another load are not compared.</param>
/// <param name="Requests">Successful requests that the figures rest on.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Throughput">Successful requests a second.</param>
public sealed record LoadRecord(string Profile, long Requests, double P50, double P95, double P99, double Throughput);
