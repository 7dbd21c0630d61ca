using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>The key of a join entity that declares none: its two foreign keys.</summary>
internal static class JoinKeys
{
    public static void Apply(ContextDraft context, IReadOnlyList<ForeignKeyDraft> foreignKeys)
    {
        foreach (var relationship in context.Relationships)
        {
            if (relationship is not { IsManyToMany: true, Join: { Key: null } join })
                continue;
            var ends = foreignKeys.Where(foreignKey => foreignKey.Dependent == join && (foreignKey.Principal == relationship.Source || foreignKey.Principal == relationship.Target))
                .OrderBy(foreignKey => foreignKey.Columns[0], StringComparer.Ordinal)
                .ToList();
            if (ends.Count == 2)
                join.Key = [.. ends.SelectMany(end => end.Columns)];
        }
    }
}
