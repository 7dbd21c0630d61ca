using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>An entity to be declared, and what queries can ask of it.</summary>
internal sealed record EntityPlan(string Name, string SetName)
{
    /// <summary>All columns a query can name: own, shadow, owned and foreign keys.</summary>
    public ImmutableArray<ColumnPlan> Columns { get; init; } = [];

    public ImmutableArray<ColumnPlan> Key { get; init; } = [];

    /// <summary>How the key is declared: <c>[Key]</c>, <c>[PrimaryKey]</c>, <c>HasKey</c>, or nothing where its name says it.</summary>
    public string KeyStyle { get; init; } = "";

    public ImmutableArray<IndexPlan> Indexes { get; init; } = [];

    public ImmutableArray<ReferencePlan> References { get; init; } = [];

    /// <summary>Collections of entities that refer to this one.</summary>
    public List<(string Name, EntityPlan Entity, ColumnPlan ForeignKey)> Collections { get; } = [];

    /// <summary>The entity this one inherits from in one table, or null.</summary>
    public EntityPlan? Base { get; init; }

    /// <summary>The body of the query filter on <c>x</c>, or null.</summary>
    public string? QueryFilter { get; init; }

    /// <summary>True where the context has a property for it, false where queries say <c>Set&lt;T&gt;()</c>.</summary>
    public bool HasSet { get; init; } = true;

    /// <summary>True for an entity with <c>CreatedAt</c>, which configurations for all such entities know.</summary>
    public bool IsAudited { get; init; }

    public ConfigurationStyle Style { get; init; }

    /// <summary>Columns of this entity and of those it inherits from.</summary>
    public IEnumerable<ColumnPlan> AllColumns => Base is null ? Columns : Base.AllColumns.Concat(Columns);

    public IEnumerable<ReferencePlan> AllReferences => Base is null ? References : Base.AllReferences.Concat(References);

    public IEnumerable<IndexPlan> AllIndexes => Base is null ? Indexes : Base.AllIndexes.Concat(Indexes);

    public ImmutableArray<ColumnPlan> RootKey => Base?.RootKey ?? Key;

    /// <summary>The query that reads the whole table: <c>db.Orders</c>.</summary>
    public string Source => HasSet ? $"db.{SetName}" : $"db.Set<{Name}>()";
}
