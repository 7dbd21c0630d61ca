namespace PerfAnalyzers.AccessPaths;

/// <summary>Tells where a predicate stands in the query.</summary>
internal static class PredicateSite
{
    /// <summary>Its site, or that of its first operand that has one; null where it stands nowhere.</summary>
    // The reader bounds how deep predicates nest, so recursion is safe here.
    public static int? Of(Predicate? predicate) => predicate switch
    {
        ColumnPredicate column => column.Site,
        ColumnExpressionPredicate expression => expression.Site,
        TextSearchPredicate search => search.Site,
        OpaquePredicate { Site: >= 0 } opaque => opaque.Site,
        AndPredicate and => and.Operands.Select(Of).FirstOrDefault(site => site is not null),
        OrPredicate or => or.Operands.Select(Of).FirstOrDefault(site => site is not null),
        _ => null,
    };
}
