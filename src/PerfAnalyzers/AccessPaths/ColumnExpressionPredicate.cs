namespace PerfAnalyzers.AccessPaths;

/// <summary>Compares an expression on one column with a value that doesn't depend on the row.</summary>
/// <param name="Column">The one column that the expression reads: a member path until it is resolved.</param>
/// <param name="Transform">What the expression makes of it.</param>
/// <param name="Expression">The expression as the user wrote it, for messages: <c>o.CreatedAt.Date</c>.</param>
/// <param name="Comparison">How the result is compared.</param>
/// <param name="Site">Where the column expression stands in the query, as in <see cref="ColumnPredicate.Site"/>.</param>
internal sealed record ColumnExpressionPredicate(string Column, ColumnTransform Transform, string Expression, Comparison Comparison, int Site) : Predicate;
