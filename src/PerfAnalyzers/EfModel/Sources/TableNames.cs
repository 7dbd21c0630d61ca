using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>The names of tables, as far as code or EF Core's conventions say them.</summary>
internal static class TableNames
{
    /// <summary>Notes the one set that each entity is mapped through.</summary>
    public static void ReadSets(ContextDraft context, IReadOnlyList<(string Name, INamedTypeSymbol Entity)> sets)
    {
        foreach (var named in sets.GroupBy(set => set.Entity, (entity, names) => (Entity: entity, Names: names.ToList()), SymbolEqualityComparer.Default))
        {
            if (named is { Names: [var only], Entity: INamedTypeSymbol symbol } && context.Find(symbol) is { } entity)
                entity.Set = only.Name;
        }
    }

    /// <summary>The table of an entity, without schema: the name that code gives it, the set's, or the class's.</summary>
    public static string Of(EntityDraft entity) =>
        entity.Table ?? (entity is { Base: { } parent, Mapping: HierarchyMapping.Tph } ? Of(parent) : entity.Set ?? entity.Name);

    /// <summary>A name without underscores and dots: naming conventions of packages change those, and case.</summary>
    public static string Plain(string name) => name.Replace("_", "").Replace(".", "");
}
