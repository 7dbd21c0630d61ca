using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>An index of one table: an ordered list of columns.</summary>
/// <param name="Columns">The key columns, leading column first. Never empty.</param>
/// <param name="Origin">Where the index was learned from.</param>
internal sealed record TableIndex(ImmutableArray<IndexColumn> Columns, IndexOrigin Origin)
{
    /// <summary>True when no two rows may hold the same values.</summary>
    public bool IsUnique { get; init; }

    /// <summary>True when the index holds only some rows (<c>HasFilter</c>): it serves a query only where the query implies the filter.</summary>
    public bool IsFiltered { get; init; }

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
