namespace PerfTool.Results;

/// <summary>Times of a call in nanoseconds, and what it allocated in bytes.</summary>
internal sealed record Figures
{
    /// <summary>Fastest batch; null where it is not known.</summary>
    public double? Min { get; init; }

    /// <summary>First quartile of batches; null where it is not known.</summary>
    public double? P25 { get; init; }

    /// <summary>Median.</summary>
    public double? P50 { get; init; }

    /// <summary>95th percentile.</summary>
    public double? P95 { get; init; }

    /// <summary>99th percentile.</summary>
    public double? P99 { get; init; }

    /// <summary>What the percentiles are of: "calls" or "batch means".</summary>
    public string? PercentilesOf { get; init; }

    /// <summary>How fast the machine was meanwhile: p25 of the MIX kernel.</summary>
    public double? Mix { get; init; }

    /// <summary>CPU time over elapsed time.</summary>
    public double? CpuLoad { get; init; }

    /// <summary>Bytes allocated.</summary>
    public double? Allocated { get; init; }

    /// <summary>How they were counted: on the measuring "thread", and exact, or in the "process".</summary>
    public string? AllocatedBy { get; init; }

    /// <summary>What was counted besides.</summary>
    public IReadOnlyDictionary<string, long>? Facts { get; init; }

    /// <summary>Of a load test: the load that the figures belong to, in words.</summary>
    public string? Profile { get; init; }

    /// <summary>Of a load test: successful requests a second.</summary>
    public double? Throughput { get; init; }

    /// <summary>How many calls or samples the percentiles rest on; null where it is not known.</summary>
    public long? Samples { get; init; }
}
