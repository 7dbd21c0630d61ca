using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Rules.Resolution;

/// <summary>One table of a query, brought together with what the model knows of it.</summary>
/// <param name="Table">The table, or null where the model doesn't know it.</param>
/// <param name="Shape">What the query asks, by column; the table's query filters included.</param>
/// <param name="IsSubquery">True for the table of a subquery, which has no say in how the query itself is read.</param>
internal sealed record ResolvedTable(EntityTable? Table, TableShape Shape, bool IsSubquery)
{
    /// <summary>True when every key and index is known.</summary>
    public bool IsKnown => Table is { Knowledge.IsComplete: true };

    /// <summary>Its keys and indexes, with the columns that their filters test.</summary>
    public ImmutableArray<TableIndex> Indexes { get; init; } = Table?.Indexes ?? ImmutableArray<TableIndex>.Empty;

    /// <summary>True when the query itself, and not only a query filter of the model, filters this table.</summary>
    public bool HasOwnFilter => Shape.Filter.Any(predicate => predicate is not (ColumnPredicate { IsOfQueryFilter: true } or RowIndependentPredicate));
}
