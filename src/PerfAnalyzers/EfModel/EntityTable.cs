using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel;

/// <summary>What is known of the table that an entity type is stored in.</summary>
/// <param name="Entity">The entity type.</param>
/// <param name="Knowledge">How far the rest of this record can be trusted.</param>
/// <param name="Columns">The properties that map to a column, shadow properties among them.</param>
/// <param name="Indexes">Keys and indexes, those of base types included.</param>
internal sealed record EntityTable(
    INamedTypeSymbol Entity,
    Knowledge Knowledge,
    ImmutableHashSet<string> Columns,
    ImmutableArray<TableIndex> Indexes)
{
    /// <summary>
    /// Columns reached through a navigation's key, which EF Core reads as the foreign key: <c>Church.Id</c> → <c>ChurchId</c>.
    /// </summary>
    public ImmutableDictionary<string, string> NavigationKeys { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// The navigations whose columns are known, by name (<c>Church</c>, <c>Lines</c>). One without a known foreign key, or through a join
    /// table, isn't here.
    /// </summary>
    public ImmutableDictionary<string, Navigation> Navigations { get; init; } = ImmutableDictionary<string, Navigation>.Empty;

    /// <summary>Columns that the entity's query filters test. They may serve a seek, and are never reported.</summary>
    public ImmutableArray<string> QueryFilterColumns { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>True when a query filter reaches beyond this table, so that another table's index may serve it.</summary>
    public bool HasFilterOnOtherTables { get; init; }

    /// <summary>
    /// The builder expression that the entity's indexes are, or would be, declared on (<c>builder</c>, <c>modelBuilder.Entity&lt;Order&gt;()</c>);
    /// null where attributes declare them, or nothing configures the entity.
    /// </summary>
    public Location? FluentSite { get; init; }

    /// <summary>True for a table that the model itself fills (<c>HasData</c>): too small for an index to matter.</summary>
    public bool IsSmall { get; init; }

    /// <summary>The column that a member path (<c>Email</c>, <c>Church.Id</c>) of the entity is stored in, or null if it isn't known to be one.</summary>
    public string? ColumnOf(string path) =>
        Columns.Contains(path) ? path : NavigationKeys.TryGetValue(path, out var column) ? column : null;
}
