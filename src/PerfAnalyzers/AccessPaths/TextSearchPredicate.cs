namespace PerfAnalyzers.AccessPaths;

/// <summary>Looks for a text anywhere but at the start of a column: <c>Contains</c>, <c>EndsWith</c>, <c>Like("%…")</c>.</summary>
/// <param name="Column">The column: a member path until it is resolved.</param>
/// <param name="Method">The method as the user wrote it, for messages: <c>Contains</c>.</param>
/// <param name="Site">Where the call stands in the query, as in <see cref="ColumnPredicate.Site"/>.</param>
internal sealed record TextSearchPredicate(string Column, string Method, int Site) : Predicate;
