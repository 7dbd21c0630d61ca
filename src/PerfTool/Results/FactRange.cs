namespace PerfTool.Results;

/// <summary>Least and most of a call.</summary>
internal sealed record FactRange(long Fewest, long Most);
