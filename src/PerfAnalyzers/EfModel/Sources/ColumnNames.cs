using System.Collections.Immutable;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Which property, or path, a column of the database belongs to.</summary>
internal static class ColumnNames
{
    /// <summary>
    /// The properties of an entity's table by the plain form of their column's name: said by <c>HasColumnName</c> or <c>[Column]</c>, else the
    /// property's own, a part's with the path before it (<c>Head_City</c>). Naming conventions change case and underscores, which the plain form lacks.
    /// </summary>
    public static ImmutableDictionary<string, string> Of(EntityDraft entity)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in TableColumns.Of(entity, isHierarchy: true))
            names[TableNames.Plain(column)] = column;
        foreach (var draft in entity.Hierarchy)
            Said(names, "", draft);
        foreach (var (path, part) in TableColumns.Parts(entity))
            Said(names, path, part);
        return names.ToImmutable();
    }

    /// <summary>The column that a property is stored in, where no convention of a package has a say.</summary>
    public static string Of(EntityDraft entity, string property) =>
        entity.Hierarchy.Select(draft => draft.ColumnNames.TryGetValue(property, out var name) ? name : null).FirstOrDefault(name => name is not null)
        ?? entity.Member(property)?.ColumnName
        ?? property;

    private static void Said(ImmutableDictionary<string, string>.Builder names, string path, EntityDraft draft)
    {
        foreach (var member in draft.Members)
        {
            if (member.ColumnName is { } name)
                names[TableNames.Plain(name)] = path + member.Name;
        }
        foreach (var pair in draft.ColumnNames)
            names[TableNames.Plain(pair.Value)] = path + pair.Key;
    }
}
