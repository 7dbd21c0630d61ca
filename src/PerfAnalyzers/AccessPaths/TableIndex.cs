using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>An index of one table: an ordered list of columns.</summary>
/// <param name="Columns">The key columns, leading column first. Never empty.</param>
/// <param name="Origin">Where the index was learned from.</param>
internal sealed record TableIndex(ImmutableArray<IndexColumn> Columns, IndexOrigin Origin)
{
    /// <summary>True when no two rows may hold the same values.</summary>
    public bool IsUnique { get; init; }

    /// <summary>
    /// The SQL of the filter (<c>HasFilter</c>) where the index holds only some rows: it serves a query only where the query implies
    /// the filter. Null for an index of all rows; empty for a filter whose text isn't known.
    /// </summary>
    public string? Filter { get; init; }

    /// <summary>
    /// The columns that the filter tests: a query that doesn't test each of them can't use the index. Empty where there is no filter, or where
    /// it isn't certain what it tests.
    /// </summary>
    public ImmutableArray<string> FilterColumns { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>True when the index holds only some rows.</summary>
    public bool IsFiltered => Filter is not null;

    /// <summary>Columns stored in the index without being part of its key (<c>IncludeProperties</c>).</summary>
    public ImmutableArray<string> Included { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>True for an index with operator classes (<c>HasOperators</c>) or collations of its own: it may seek what others can't, and not what they can.</summary>
    public bool HasOperatorClass { get; init; }

    /// <summary>True for the index that a table's rows are stored in (<c>IsClustered</c> on SQL Server).</summary>
    public bool IsClustered { get; init; }

    /// <summary>The access method (<c>HasMethod("gin")</c>), or null for the database's ordinary B-tree.</summary>
    public string? Method { get; init; }

    /// <summary>True for an ordinary ordered index over all rows: what a seek by equality or range can use.</summary>
    public bool IsBTree => Method is null || Method.Equals("btree", StringComparison.OrdinalIgnoreCase);

    public TableIndex(IndexOrigin origin, params string[] columns)
        : this(columns.Select(name => new IndexColumn(name)).ToImmutableArray(), origin)
    {
    }

    /// <inheritdoc/>
    public override string ToString() =>
        "(" + string.Join(", ", Columns.Select(column => column.IsDescending ? column.Name + " desc" : column.Name)) + ")";
}
