namespace PerfAssert;

/// <summary>Which way a metric improves.</summary>
public enum Better
{
    /// <summary>Less is better: times, bytes, errors.</summary>
    Lower,

    /// <summary>More is better: throughput.</summary>
    Higher,
}
