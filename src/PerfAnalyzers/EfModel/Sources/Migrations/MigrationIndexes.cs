using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Migrations;

/// <summary>Adds the indexes that only migrations know to the entities whose tables they are on.</summary>
internal static class MigrationIndexes
{
    private const string RawSql = "an index is created in a migration in a way that can't be read";

    public static void Apply(ContextDraft context, MigrationHistory history)
    {
        if (history.Indexes.Count == 0 && history.Opaque.Count == 0)
            return;
        var byTable = context.Entities.Where(entity => entity.NoTable is null).ToLookup(entity => TableNames.Plain(TableNames.Of(entity)), StringComparer.OrdinalIgnoreCase);
        foreach (var table in history.Opaque)
        {
            var entities = table is null ? [] : byTable[TableNames.Plain(table)].ToList();
            foreach (var entity in entities)
                context.NotUnderstood(entity, RawSql);
            if (entities.Count == 0)
                context.NotUnderstood(null, RawSql);
        }
        foreach (var table in history.Indexes.GroupBy(index => TableNames.Plain(index.Table ?? ""), StringComparer.OrdinalIgnoreCase))
        {
            // The root of a hierarchy first.
            var entities = byTable[table.Key].OrderBy(entity => entity.Hierarchy.Count()).ToList();
            var columns = entities.Select(entity => ColumnNames.Of(entity)).ToList();
            foreach (var index in table)
                Add(context, entities, columns, index);
        }
    }

    private static void Add(ContextDraft context, List<EntityDraft> entities, List<ImmutableDictionary<string, string>> columns, MigrationStep index)
    {
        for (var i = 0; i < entities.Count; i++)
        {
            if (Mapped(index.Columns, columns[i]) is not { } properties)
                continue;
            foreach (var known in entities[i].Hierarchy.SelectMany(draft => draft.Indexes).Where(known => known.Columns.SequenceEqual(properties)))
                known.IsMigrated = true;
            if (!IsKnown(entities[i], properties))
                entities[i].Indexes.Add(Draft(index, properties, columns[i]));
            return;
        }
        foreach (var entity in entities)
            context.NotUnderstood(entity, $"a migration creates an index of {entity.Name} on a column that isn't one of the model");
    }

    private static IReadOnlyList<string>? Mapped(IEnumerable<string> columns, ImmutableDictionary<string, string> names)
    {
        var properties = new List<string>();
        foreach (var column in columns)
        {
            if (!names.TryGetValue(TableNames.Plain(column), out var property))
                return null;
            properties.Add(property);
        }
        return properties;
    }

    private static bool IsKnown(EntityDraft entity, IReadOnlyList<string> columns) =>
        entity.Root.Key?.SequenceEqual(columns) == true
        || entity.Hierarchy.Any(draft => draft.AlternateKeys.Exists(key => key.SequenceEqual(columns)) || draft.Indexes.Exists(index => index.Columns.SequenceEqual(columns)))
        || TableColumns.Parts(entity).Any(part => part.Part.Indexes.Exists(index => index.Columns.Select(column => part.Path + column).SequenceEqual(columns)));

    private static IndexDraft Draft(MigrationStep step, IReadOnlyList<string> columns, ImmutableDictionary<string, string> names)
    {
        var index = new IndexDraft(columns, step.Name)
        {
            Origin = IndexOrigin.Migration,
            IsUnique = step.IsUnique,
            Filter = step.Filter,
            IsFilterSaid = true,
            Method = step.Method,
            Descending = step.Descending,
        };
        foreach (var (name, value) in step.Annotations)
        {
            // What an annotation that isn't known does to an index isn't known either.
            if (!IndexOptions.Annotate(index, name, value))
                index.HasOperatorClass = true;
        }
        index.Included = Mapped(index.Included, names) ?? [];
        return index;
    }
}
