namespace PerfAssert.Comparing;

/// <summary>Two batches, one right after the other: nanoseconds per call of the code under test, and of what it is compared with.</summary>
internal readonly record struct PairSample(double Subject, double Reference);
