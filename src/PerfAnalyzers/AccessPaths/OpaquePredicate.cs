namespace PerfAnalyzers.AccessPaths;

/// <summary>Depends on the row in a way that no ordinary index of any database can seek by (<c>Contains</c>, two columns compared).</summary>
internal sealed record OpaquePredicate : Predicate;
