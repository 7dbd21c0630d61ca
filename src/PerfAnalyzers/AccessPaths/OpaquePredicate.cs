namespace PerfAnalyzers.AccessPaths;

/// <summary>
/// Depends on the row in a way that no ordinary index of any database can seek by: two columns compared, a text search denied, a subquery that is
/// asked for each row.
/// </summary>
/// <param name="Site">Where it stands in the query, as in <see cref="ColumnPredicate.Site"/>; negative where it stands nowhere.</param>
internal sealed record OpaquePredicate(int Site = -1) : Predicate;
