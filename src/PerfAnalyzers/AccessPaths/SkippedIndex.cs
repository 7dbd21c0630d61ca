namespace PerfAnalyzers.AccessPaths;

/// <summary>An index that holds a filtered column, but not as its leading column.</summary>
internal sealed record SkippedIndex(TableIndex Index, ColumnPredicate Predicate);
