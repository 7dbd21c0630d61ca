namespace PerfAssert.Statistics;

/// <summary>What p50, p95 and p99 are percentiles of.</summary>
public enum PercentileSource
{
    /// <summary>Of single calls: each was timed by itself (a call takes 10 µs or more).</summary>
    Calls,

    /// <summary>Of batch means: a call is too short to be timed by itself, so the tail of single calls is not visible.</summary>
    BatchMeans,
}
