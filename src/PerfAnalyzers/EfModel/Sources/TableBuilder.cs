using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Turns the drafts of a context into tables. A hierarchy of entities shares one.</summary>
internal static class TableBuilder
{
    public static IEnumerable<EntityTable> Build(ContextDraft context)
    {
        var hierarchies = context.Entities.ToLookup(entity => entity.Root);
        foreach (var entity in context.Entities)
        {
            var family = hierarchies[entity.Root].ToList();
            var columns = TableColumns.Of(entity, family.Count > 1);
            var table = new EntityTable(entity.Symbol, KnowledgeOf(context, entity, family), columns, Indexes(entity, family, columns))
            {
                NavigationKeys = Navigations.Keys(entity, columns),
                Navigations = Navigations.Of(entity, columns),
            };
            yield return table with
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

    private static ImmutableArray<TableIndex> Indexes(EntityDraft entity, List<EntityDraft> family, ImmutableHashSet<string> columns)
    {
        var indexes = ImmutableArray.CreateBuilder<TableIndex>();
        if (entity.Root.Key is { } key)
            indexes.Add(new TableIndex(IndexOrigin.Key, [.. key]) { IsUnique = true });
        var drafts = entity.Mapping switch
        {
            HierarchyMapping.Tpt => [entity],
            HierarchyMapping.Tpc => entity.Hierarchy,
            _ => family,
        };
        foreach (var draft in drafts)
        {
            indexes.AddRange(draft.AlternateKeys.Select(alternate => new TableIndex(IndexOrigin.Key, [.. alternate]) { IsUnique = true }));
            // An index on columns of several tables is in none of them.
            indexes.AddRange(draft.Indexes
                .Where(index => entity.Mapping != HierarchyMapping.Tpt || index.Columns.All(columns.Contains))
                .Select(index => index.ToTableIndex()));
            foreach (var (path, part) in TableColumns.Parts(draft))
                indexes.AddRange(part.Indexes.Select(index => index.Under(path).ToTableIndex()));
        }
        return TableIndexes.Distinct(indexes);
    }
}
