using PerfBudgets;

namespace PerfAssert.Verdicts;

/// <summary>A percentile and its limits.</summary>
/// <param name="Name">p50, p95 or p99.</param>
/// <param name="Nanoseconds">What was measured: the lower of two readings, where there were two.</param>
/// <param name="Limits">What it may be.</param>
internal sealed record JudgedPercentile(string Name, double Nanoseconds, Limits Limits);
