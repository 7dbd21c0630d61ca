using PerfAssert.Statistics;

namespace PerfAssert.Measuring;

/// <summary>What measuring one test gave. Facts only: what they mean is for Verdicts.</summary>
internal sealed record Measurement
{
    /// <summary>All batches, in the order in which they ran.</summary>
    public required IReadOnlyList<BatchSample> Samples { get; init; }

    /// <summary>Nanoseconds of single calls in the order in which they ran, so that a call's batch is known; empty where calls are too short.</summary>
    public IReadOnlyList<double> SingleCalls { get; init; } = [];

    /// <summary>Summary of the batches and, where calls were timed singly, of calls.</summary>
    public required Latency Latency { get; init; }

    /// <summary>p25 of the MIX readings, in nanoseconds: how fast this machine was meanwhile.</summary>
    public required double Mix { get; init; }

    /// <summary>Bytes allocated per call.</summary>
    public required Allocation Allocation { get; init; }

    /// <summary>CPU time of the process over elapsed time: 1 for a test that uses one core and has it for itself.</summary>
    public required double CpuLoad { get; init; }

    /// <summary>Calls made while sampling.</summary>
    public required long Calls { get; init; }

    /// <summary>Calls per batch.</summary>
    public required long CallsPerBatch { get; init; }

    /// <summary>Whether the code ran at a steady pace, or the JIT had been quiet, when sampling began.</summary>
    public required bool Settled { get; init; }

    /// <summary>Warm-up and sampling together.</summary>
    public required TimeSpan Elapsed { get; init; }
}
