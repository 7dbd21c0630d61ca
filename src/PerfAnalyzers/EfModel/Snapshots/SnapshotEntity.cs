using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.Snapshots;

/// <summary>What a snapshot says of one entity. What it inherits stands with <see cref="BaseType"/>.</summary>
/// <param name="Name">The full CLR name.</param>
/// <param name="Columns">
/// Column names by property, shadow properties among them; members of owned and complex types stored with the entity by path (<c>Head.City</c>).
/// </param>
/// <param name="Indexes">Keys first, then indexes, by property and path.</param>
internal sealed record SnapshotEntity(string Name, ImmutableDictionary<string, string> Columns, ImmutableArray<TableIndex> Indexes)
{
    /// <summary>How the columns are stored.</summary>
    public ImmutableDictionary<string, ColumnStorage> Storage { get; init; } = ImmutableDictionary<string, ColumnStorage>.Empty;

    /// <summary>The table, or null where it has none of its own: a view, a query, or a type stored in its base's table.</summary>
    public string? Table { get; init; }

    public string? Schema { get; init; }

    /// <summary>True where the snapshot says that it is no table: a view, a function, a query.</summary>
    public bool IsNoTable { get; init; }

    /// <summary>The full CLR name of the base entity.</summary>
    public string? BaseType { get; init; }

    /// <summary>False where something in the snapshot could not be read: indexes may be missing.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>True where the hierarchy it belongs to is stored in a table for each type.</summary>
    public bool IsTablePerType { get; init; }

    /// <summary>True for a table that the model itself fills (<c>HasData</c>).</summary>
    public bool IsSmall { get; init; }
}
