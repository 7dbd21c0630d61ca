using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>Gives every entity that has the columns what loops over the model's types declare.</summary>
internal static class LoopDeclarations
{
    public static void Apply(ContextDraft context)
    {
        if (context.LoopIndexes.Count == 0 && context.LoopFilters.Count == 0)
            return;
        foreach (var entity in context.Entities)
        {
            var columns = TableColumns.Of(entity, isHierarchy: true);
            foreach (var index in context.LoopIndexes)
            {
                if (index.Columns.All(columns.Contains) && !entity.Hierarchy.Any(draft => draft.Indexes.Exists(other => other.Columns.SequenceEqual(index.Columns))))
                    entity.Indexes.Add(index.Under(""));
            }
            // A filter stands on the root of a hierarchy.
            foreach (var paths in context.LoopFilters)
            {
                if (entity.Base is null && paths.Any(path => columns.Contains(path) || entity.Member(path) is not null))
                    entity.QueryFilter.AddRange(paths);
            }
        }
    }
}
