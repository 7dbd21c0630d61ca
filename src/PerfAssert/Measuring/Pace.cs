namespace PerfAssert.Measuring;

/// <summary>What warm-up found out: nanoseconds per call, how many calls make a batch, and whether the code had settled.</summary>
internal readonly record struct Pace(double PerCall, long CallsPerBatch, bool Settled);
