namespace PerfAnalyzers.AccessPaths;

/// <summary>What a filter asks of one table.</summary>
internal abstract record Predicate;
