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

    /// <summary>True where no source of the model tells of query filters: <see cref="QueryFilterColumns"/> are then those that one might test.</summary>
    public bool GuessesQueryFilters { get; init; }

    /// <summary>True when a query filter reaches beyond this table, so that another table's index may serve it.</summary>
    public bool HasFilterOnOtherTables { get; init; }

    /// <summary>
    /// The builder expression that the entity's indexes are, or would be, declared on (<c>builder</c>, <c>modelBuilder.Entity&lt;Order&gt;()</c>);
    /// null where attributes declare them, or nothing configures the entity.
    /// </summary>
    public Location? FluentSite { get; init; }

    /// <summary>Indexes that the model declares and the snapshot of its last migration lacks. Empty where no snapshot of this context is in sight.</summary>
    public ImmutableArray<TableIndex> MissingFromMigrations { get; init; } = ImmutableArray<TableIndex>.Empty;

    /// <summary>
    /// Indexes that need not exist, because a condition or a loop over the model decides. They may serve a query, but are no reason to call
    /// another one redundant.
    /// </summary>
    public ImmutableHashSet<TableIndex> Uncertain { get; init; } = ImmutableHashSet<TableIndex>.Empty;

    /// <summary>The calls that declare indexes, in trees that configure a model: those stay the same as long as the table is kept.</summary>
    internal ImmutableDictionary<TableIndex, Location> Sites { get; init; } = ImmutableDictionary<TableIndex, Location>.Empty;

    /// <summary>How columns are stored, where that is said; <see cref="ColumnStorage.AllOthers"/> stands for all that aren't named.</summary>
    public ImmutableDictionary<string, ColumnStorage> Storage { get; init; } = ImmutableDictionary<string, ColumnStorage>.Empty;

    /// <summary>True for a table that the model itself fills (<c>HasData</c>): too small for an index to matter.</summary>
    public bool IsSmall { get; init; }

    /// <summary>The names that its table may have in SQL, where EF Core or the configuration says so.</summary>
    public ImmutableArray<string> TableNames { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The schema of its table, where code says one.</summary>
    public string? Schema { get; init; }

    /// <summary>The columns that are called otherwise than their property, by property.</summary>
    public ImmutableDictionary<string, string> ColumnNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Where an index of this table is declared, for this entity alone, in the compilation: a call of <c>HasIndex</c> or an attribute. Null for a
    /// key, a convention's index, and one declared for several entities at once or out of sight.
    /// </summary>
    public Location? SiteOf(TableIndex index) =>
        Sites.TryGetValue(index, out var site) ? site : index.Origin == IndexOrigin.Attribute ? AttributeSites.Find(Entity, index) : null;

    public ColumnStorage StorageOf(string column) =>
        Storage.TryGetValue(column, out var said) || Storage.TryGetValue(ColumnStorage.AllOthers, out said) ? said : ColumnStorage.Plain;

    /// <summary>The column that a member path (<c>Email</c>, <c>Church.Id</c>) of the entity is stored in, or null if it isn't known to be one.</summary>
    public string? ColumnOf(string path) =>
        Columns.Contains(path) ? path : NavigationKeys.TryGetValue(path, out var column) ? column : null;
}
