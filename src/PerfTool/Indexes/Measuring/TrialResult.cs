namespace PerfTool.Indexes.Measuring;

/// <summary>What trying the indexes came to.</summary>
/// <param name="Queries">The queries.</param>
/// <param name="Doubt">Why indexes may have gone unused; null where nothing is known.</param>
internal sealed record TrialResult(IReadOnlyList<QueryGain> Queries, string? Doubt);
