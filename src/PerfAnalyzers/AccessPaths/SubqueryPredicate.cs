namespace PerfAnalyzers.AccessPaths;

/// <summary>Asks whether a correlated subquery finds a row: <c>o.Lines.Any(l =&gt; l.Sku == sku)</c>.</summary>
/// <param name="Table">The subquery's table: an index into the tables of the query.</param>
/// <param name="IsNegated">True when no row may be found.</param>
/// <param name="Site">Where the subquery stands in the query, as in <see cref="ColumnPredicate.Site"/>.</param>
internal sealed record SubqueryPredicate(int Table, bool IsNegated, int Site) : Predicate
{
    /// <summary>True where EF Core is certain to write <c>EXISTS</c>, and not <c>IN</c>, which may look rows up.</summary>
    public bool IsExists { get; init; }
}
