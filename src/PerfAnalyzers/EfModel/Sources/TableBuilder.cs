using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Snapshots;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Turns the drafts of a context into tables. A hierarchy of entities shares one.</summary>
internal static class TableBuilder
{
    public static IEnumerable<EntityTable> Build(ContextDraft context, SnapshotModel? snapshot)
    {
        var hierarchies = context.Entities.ToLookup(entity => entity.Root);
        foreach (var entity in context.Entities)
        {
            var family = hierarchies[entity.Root].ToList();
            var columns = TableColumns.Of(entity, family.Count > 1);
            var indexes = Indexes(entity, family, columns);
            var table = new EntityTable(entity.Symbol, KnowledgeOf(context, entity, family), columns, indexes.Indexes)
            {
                Sites = indexes.Sites,
                Uncertain = indexes.Uncertain,
                Storage = ColumnStorages.Of(entity, context.Storage),
                NavigationKeys = Navigations.Keys(entity, columns),
                Navigations = Navigations.Of(entity, columns),
            };
            table = table with
            {
                IsSmall = family.Any(draft => draft.IsSmall),
                HasFilterOnOtherTables = HasFilterOnOtherTables(entity, table),
                FluentSite = (entity.IndexSite ?? (entity.Indexes.Exists(index => index.Origin == IndexOrigin.Attribute) ? null : entity.ConfigurationSite))?.GetLocation(),
                QueryFilterColumns = entity.Hierarchy.SelectMany(draft => draft.QueryFilter)
                    .Select(table.ColumnOf)
                    .OfType<string>()
                    .Distinct()
                    .OrderBy(column => column, StringComparer.Ordinal)
                    .ToImmutableArray(),
            };
            yield return snapshot is null ? table : SnapshotMerge.Apply(table, snapshot, indexes.Migrated, family.Select(draft => draft.WorstProblem).Append(context.WorstProblem).Max());
        }
    }

    /// <summary>True where a filter mentions a path that neither is a column nor starts with one, nor is the beginning of a longer path.</summary>
    private static bool HasFilterOnOtherTables(EntityDraft entity, EntityTable table)
    {
        var paths = entity.Hierarchy.SelectMany(draft => draft.QueryFilter).ToList();
        return paths.Exists(path => table.ColumnOf(path) is null
            && !table.Columns.Contains(path.Split('.')[0])
            && !paths.Exists(longer => longer.StartsWith(path + ".", StringComparison.Ordinal)));
    }

    private static Knowledge KnowledgeOf(ContextDraft context, EntityDraft entity, List<EntityDraft> family)
    {
        if (family.Select(draft => draft.NoTable).FirstOrDefault(reason => reason is not null) is { } noTable)
            return Knowledge.Unknown(noTable);
        if ((context.Problem ?? entity.Problem ?? family.Select(draft => draft.Problem).FirstOrDefault(reason => reason is not null)) is { } problem)
            return Knowledge.Partial(problem);
        return entity.Key is null ? Knowledge.Partial($"the key of {entity.Name} isn't known") : Knowledge.Complete;
    }

    private static IndexSet Indexes(EntityDraft entity, List<EntityDraft> family, ImmutableHashSet<string> columns)
    {
        var indexes = new IndexSet();
        if (entity.Root.Key is { Count: > 0 } key)
            indexes.AddKey(key);
        var drafts = entity.Mapping switch
        {
            HierarchyMapping.Tpt => [entity],
            HierarchyMapping.Tpc => entity.Hierarchy,
            _ => family,
        };
        foreach (var draft in drafts)
        {
            foreach (var alternate in draft.AlternateKeys.Where(alternate => alternate.Count > 0))
                indexes.AddKey(alternate);
            foreach (var index in draft.Indexes)
            {
                // An index on columns of several tables is in none of them.
                if (entity.Mapping != HierarchyMapping.Tpt || index.Columns.All(columns.Contains))
                    indexes.Add(index);
            }
            foreach (var (path, part) in TableColumns.Parts(draft))
            {
                foreach (var index in part.Indexes)
                    indexes.Add(index.Under(path));
            }
        }
        return indexes;
    }
}
