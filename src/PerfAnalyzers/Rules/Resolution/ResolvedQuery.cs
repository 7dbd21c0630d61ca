using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries;

namespace PerfAnalyzers.Rules.Resolution;

/// <summary>A query brought together with the model.</summary>
/// <param name="Query">The query as it stands in the source.</param>
/// <param name="Tables">Its tables: first those of <see cref="QueryShape.Tables"/>, then those that navigations of its filters lead to.</param>
/// <param name="Joins">How they are combined.</param>
internal sealed record ResolvedQuery(QueryShape Query, ImmutableArray<ResolvedTable> Tables, ImmutableArray<ResolvedJoin> Joins)
{
    public ResolvedTable Root => Tables[0];

    /// <summary>
    /// The table, and its column, that the query's rows are first sorted by: the root's own, or that of one a navigation leads to. Null where
    /// there is no order, or its first key isn't known to be a column.
    /// </summary>
    public (ResolvedTable Table, SortKey Key)? LeadingKey { get; init; }
}
