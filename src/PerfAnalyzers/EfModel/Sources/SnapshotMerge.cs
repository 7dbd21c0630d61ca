using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Snapshots;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Holds a table against the snapshot of its context's last migration.</summary>
internal static class SnapshotMerge
{
    private static readonly SymbolDisplayFormat s_clrName = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>
    /// Says which declared indexes the snapshot lacks, and makes a table complete where only code that couldn't be followed stood against it:
    /// the snapshot is what EF Core itself made of that code.
    /// </summary>
    /// <param name="table">The table as source has it.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="migrated">The declared indexes that a migration creates, whether the snapshot knows it or not.</param>
    /// <param name="worst">The worst of what wasn't understood, or null.</param>
    public static EntityTable Apply(EntityTable table, SnapshotModel snapshot, HashSet<TableIndex> migrated, ProblemKind? worst)
    {
        if (!snapshot.Entities.TryGetValue(NameOf(table.Entity), out var entity) || entity.IsNoTable)
            return table;
        var family = Family(snapshot, entity);
        if (!family.TrueForAll(member => member.IsComplete))
            return table;
        var indexes = family.SelectMany(member => member.Indexes).ToList();
        var known = new HashSet<string>(indexes.Select(Columns), StringComparer.Ordinal);
        table = table with
        {
            MissingFromMigrations = table.Indexes
                .Where(index => index.Origin is IndexOrigin.Attribute or IndexOrigin.Fluent && !table.Uncertain.Contains(index) && !migrated.Contains(index) && !known.Contains(Columns(index)))
                .ToImmutableArray(),
        };
        if (table.Knowledge.Level != KnowledgeLevel.Partial || worst is null or ProblemKind.Structure)
            return table;
        var declared = new HashSet<string>(table.Indexes.Select(Columns), StringComparer.Ordinal);
        return table with
        {
            Knowledge = Knowledge.Complete,
            Storage = table.Storage.SetItems(family.SelectMany(member => member.Storage)),
            Columns = table.Columns.Union(family.SelectMany(member => member.Columns.Keys)),
            Indexes = TableIndexes.Distinct(table.Indexes.Concat(indexes.Where(index => !declared.Contains(Columns(index))))),
            // Snapshots are silent about query filters, and code on an entity may add one.
            HasFilterOnOtherTables = table.HasFilterOnOtherTables || worst == ProblemKind.Code,
        };
    }

    /// <summary>The table with the names that the snapshot has for it and its columns: naming conventions of packages have had their say there.</summary>
    public static EntityTable Name(EntityTable table, SnapshotModel snapshot)
    {
        if (!snapshot.Entities.TryGetValue(NameOf(table.Entity), out var entity))
            return table;
        var bases = Bases(snapshot, entity);
        if (bases.Find(member => member.Table is not null) is not { } owner)
            return table;
        var columns = bases.SelectMany(member => member.Columns).ToLookup(column => column.Key, column => column.Value);
        return table with
        {
            TableNames = ImmutableArray.Create(owner.Table!),
            Schema = owner.Schema,
            ColumnNames = table.ColumnNames
                .RemoveRange(columns.Select(column => column.Key))
                .SetItems(DatabaseNames.Renamed(columns.Select(column => new KeyValuePair<string, string>(column.Key, column.First())))),
        };
    }

    /// <summary>The entity and what it inherits from.</summary>
    private static List<SnapshotEntity> Bases(SnapshotModel snapshot, SnapshotEntity entity)
    {
        var bases = new List<SnapshotEntity> { entity };
        while (bases[bases.Count - 1].BaseType is { } parent && snapshot.Entities.TryGetValue(parent, out var next) && !bases.Contains(next))
            bases.Add(next);
        return bases;
    }

    /// <summary>The entity, what it inherits from, and where all are in one table, what derives from it.</summary>
    private static List<SnapshotEntity> Family(SnapshotModel snapshot, SnapshotEntity entity)
    {
        var bases = Bases(snapshot, entity);
        return bases[bases.Count - 1].IsTablePerType ? [entity] : [.. bases, .. Derived(snapshot, bases)];
    }

    private static IEnumerable<SnapshotEntity> Derived(SnapshotModel snapshot, List<SnapshotEntity> bases)
    {
        var names = new HashSet<string>(bases.Select(entity => entity.Name), StringComparer.Ordinal);
        var found = new List<SnapshotEntity>();
        for (var grew = true; grew;)
        {
            var next = snapshot.Entities.Values.Where(entity => entity.BaseType is { } parent && names.Contains(parent) && !names.Contains(entity.Name)).ToList();
            found.AddRange(next);
            names.UnionWith(next.Select(entity => entity.Name));
            grew = next.Count > 0;
        }
        return found;
    }

    private static string Columns(TableIndex index) => string.Join(",", index.Columns.Select(column => column.Name));

    /// <summary>The name by which EF Core knows an entity type: <c>Shop.Outer+Order</c>, <c>Shop.Claim&lt;int&gt;</c>.</summary>
    private static string NameOf(INamedTypeSymbol type) => type.IsGenericType ? type.ToDisplayString(s_clrName) : SourceIndex.MetadataName(type);
}
