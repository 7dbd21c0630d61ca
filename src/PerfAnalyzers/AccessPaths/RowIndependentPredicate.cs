namespace PerfAnalyzers.AccessPaths;

/// <summary>Tests no column at all: <c>includeArchived</c>, <c>name == null</c>.</summary>
internal sealed record RowIndependentPredicate : Predicate;
