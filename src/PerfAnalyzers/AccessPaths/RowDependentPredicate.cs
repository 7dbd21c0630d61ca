namespace PerfAnalyzers.AccessPaths;

/// <summary>Has to be asked for every row and says nothing about this table's columns: a subquery. No rule speaks of it.</summary>
internal sealed record RowDependentPredicate : Predicate;
