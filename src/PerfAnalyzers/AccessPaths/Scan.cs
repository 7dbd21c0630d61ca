using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Every row of the table is read.</summary>
/// <param name="Reason">Why no index helps.</param>
/// <param name="Columns">The predicates an index could serve, were there one. Empty for <see cref="ScanReason.NothingToIndex"/>.</param>
internal sealed record Scan(ScanReason Reason, ImmutableArray<ColumnPredicate> Columns) : AccessPath
{
    /// <summary>For <see cref="ScanReason.LeadingColumnNotConstrained"/>: the index that holds the column, and the predicate on it.</summary>
    public SkippedIndex? Skipped { get; init; }
}
