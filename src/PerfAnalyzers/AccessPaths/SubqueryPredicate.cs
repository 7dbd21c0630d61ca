namespace PerfAnalyzers.AccessPaths;

/// <summary>Asks whether a correlated subquery finds a row: <c>o.Lines.Any(l =&gt; l.Sku == sku)</c>.</summary>
/// <param name="Table">The subquery's table: an index into the tables of the query.</param>
/// <param name="IsNegated">True when no row may be found.</param>
internal sealed record SubqueryPredicate(int Table, bool IsNegated) : Predicate;
