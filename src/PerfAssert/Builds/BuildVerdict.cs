namespace PerfAssert.Builds;

/// <summary>What the comparisons of one test come to.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Severity">How bad a failure is.</param>
/// <param name="Ratio">How many times as long as before a call takes: the median of all processes. Null where nothing was compared.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record BuildVerdict(PerfOutcome Outcome, PerfSeverity Severity, double? Ratio, string Reason);
