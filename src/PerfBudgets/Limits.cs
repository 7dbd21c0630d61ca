namespace PerfBudgets;

/// <summary>Absolute limits on one duration, each of which may be missing, but not all: target ≤ warning ≤ critical.</summary>
/// <param name="Target">What is aimed at; over it is information.</param>
/// <param name="Warning">Over it is a warning.</param>
/// <param name="Critical">Over it is a failure, or an alarm.</param>
public sealed record Limits(Duration? Target, Duration? Warning, Duration? Critical);
