using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>Decides which tables a hierarchy is stored in, as EF Core's <c>EntityTypeHierarchyMappingConvention</c> does.</summary>
internal static class HierarchyMappings
{
    public static void Apply(ContextDraft context)
    {
        foreach (var hierarchy in context.Entities.GroupBy(entity => entity.Root))
        {
            var (root, derived) = (hierarchy.Key, hierarchy.Where(entity => entity.Base is not null).ToList());
            if (derived.Count == 0)
                continue;
            if (derived.Find(entity => entity.Mapping != HierarchyMapping.Unsaid && entity.Mapping != root.Mapping) is { } odd)
                context.NotUnderstood(root, $"{odd.Name} is mapped otherwise than {root.Name}, which it derives from");
            var mapping = root.Mapping != HierarchyMapping.Unsaid ? root.Mapping
                : root.HasDiscriminator || !derived.Exists(IsBeside) ? HierarchyMapping.Tph
                : HierarchyMapping.Tpt;
            foreach (var entity in hierarchy)
                entity.Mapping = mapping;
            if (mapping == HierarchyMapping.Tpt && derived.Find(entity => TableNames.Of(entity) == TableNames.Of(entity.Base!)) is { } shared)
                context.NotUnderstood(root, $"{shared.Name} shares the table of {shared.Base!.Name}, while other types of the hierarchy don't");
        }
    }

    /// <summary>True where code names another table than the base type's.</summary>
    private static bool IsBeside(EntityDraft entity)
    {
        if (entity.Table is not { } table)
            return false;
        var parent = entity.Base!;
        while (parent is { Table: null, Base: { } next })
            parent = next;
        return table != TableNames.Of(parent);
    }
}
