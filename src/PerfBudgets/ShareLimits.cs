namespace PerfBudgets;

/// <summary>Limits below which a share must not fall: warning ≥ critical.</summary>
/// <param name="Warning">Below it is a warning; a share, above 0 and at most 1.</param>
/// <param name="Critical">Below it is an alarm; a share, above 0 and at most 1.</param>
public sealed record ShareLimits(double Warning, double Critical);
