using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Every row of the table is read.</summary>
/// <param name="Reason">Why no index helps.</param>
/// <param name="Culprit">
/// The predicate that says so: the first that wants an index, the expression, the text search, the operand of an OR; null where none of
/// them stands in the query.
/// </param>
internal sealed record Scan(ScanReason Reason, Predicate? Culprit) : AccessPath
{
    /// <summary>The predicates an index could serve, were there one.</summary>
    public ImmutableArray<ColumnPredicate> Columns { get; init; } = ImmutableArray<ColumnPredicate>.Empty;

    /// <summary>The index that holds the culprit's column and can't be used.</summary>
    public TableIndex? Index { get; init; }
}
