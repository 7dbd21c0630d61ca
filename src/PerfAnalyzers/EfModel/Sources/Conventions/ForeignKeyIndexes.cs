using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>
/// Indexes foreign keys as EF Core's <c>ForeignKeyIndexConvention</c> does: unless a key or an index starts with the same columns already
/// (or, for a unique foreign key, has exactly them and is unique).
/// </summary>
internal static class ForeignKeyIndexes
{
    public static void Apply(ContextDraft context, IReadOnlyList<ForeignKeyDraft> foreignKeys)
    {
        if (!context.IndexesForeignKeys)
            return;
        // Longer ones first: an index on (A, B) makes one on (A) redundant.
        foreach (var foreignKey in foreignKeys.OrderByDescending(foreignKey => foreignKey.Columns.Count))
            Add(foreignKey);
    }

    private static void Add(ForeignKeyDraft foreignKey)
    {
        var (entity, columns, isUnique) = (foreignKey.Dependent, foreignKey.Columns, foreignKey.IsUnique);
        foreach (var draft in entity.Hierarchy)
        {
            var keys = draft.Key is null ? draft.AlternateKeys : draft.AlternateKeys.Concat([draft.Key]);
            if (keys.Any(key => Covers(key, coverIsUnique: true, columns, isUnique)))
                return;
        }
        if (entity.Hierarchy.SelectMany(draft => draft.Indexes).Any(index => Covers(index.Columns, index.IsUnique == true, columns, isUnique)))
            return;
        var index = entity.Hierarchy.SelectMany(draft => draft.Indexes).FirstOrDefault(index => index.Name is null && index.Columns.SequenceEqual(columns));
        if (index is null)
        {
            index = entity.Index(columns, name: null);
            index.Origin = IndexOrigin.Convention;
        }
        if (isUnique)
            index.IsUnique ??= true;
    }

    private static bool Covers(IReadOnlyList<string> cover, bool coverIsUnique, IReadOnlyList<string> columns, bool isUnique) =>
        isUnique ? coverIsUnique && cover.SequenceEqual(columns) : cover.Count >= columns.Count && cover.Take(columns.Count).SequenceEqual(columns);
}
