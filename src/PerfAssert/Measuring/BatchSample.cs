namespace PerfAssert.Measuring;

/// <summary>One batch: nanoseconds per call, and the MIX reading taken beside it in nanoseconds.</summary>
internal readonly record struct BatchSample(double PerCall, double Mix);
