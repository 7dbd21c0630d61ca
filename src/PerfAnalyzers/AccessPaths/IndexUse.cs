namespace PerfAnalyzers.AccessPaths;

/// <summary>An index and how many of its leading columns a seek uses.</summary>
internal sealed record IndexUse(TableIndex Index, int ColumnsUsed);
