using System.Collections.Immutable;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>The columns of an entity's own table: properties, and members of its parts by path.</summary>
internal static class TableColumns
{
    public static ImmutableHashSet<string> Of(EntityDraft entity, bool isHierarchy)
    {
        var columns = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var member in entity.Members)
        {
            if (member.Kind == MemberKind.Column)
                columns.Add(member.Name);
        }
        foreach (var draft in entity.Hierarchy)
        {
            columns.UnionWith(draft.Properties);
            columns.ExceptWith(draft.Ignored);
        }
        if (isHierarchy && entity.Mapping == HierarchyMapping.Tph)
            columns.Add(entity.Root.Discriminator);
        if (entity is { Mapping: HierarchyMapping.Tpt, Base: { } parent })
        {
            columns.ExceptWith(Of(parent, isHierarchy));
            columns.UnionWith(entity.Root.Key ?? []);
        }
        foreach (var (path, part) in Parts(entity))
            columns.UnionWith(ColumnsOf(part).Select(column => path + column));
        return columns.ToImmutable();
    }

    /// <summary>The parts stored in columns of the entity's table, each with the beginning of its paths (<c>Head.</c>).</summary>
    public static IEnumerable<(string Path, EntityDraft Part)> Parts(EntityDraft entity)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var drafts = entity.Mapping == HierarchyMapping.Tpt ? [entity] : entity.Hierarchy;
        return drafts.SelectMany(draft => Parts(draft, "", TableNames.Of(entity))).Where(part => seen.Add(part.Path));
    }

    private static IEnumerable<(string Path, EntityDraft Part)> Parts(EntityDraft entity, string path, string table)
    {
        foreach (var pair in entity.Parts)
        {
            var (name, part) = (pair.Key, pair.Value);
            if (part is { Kind: PartKind.Collection } or { IsElsewhere: true } or { Draft.Problem: not null } || entity.Ignored.Contains(name)
                || (part.Draft.Table is { } own && own != table))
            {
                continue;
            }
            yield return (path + name + ".", part.Draft);
            foreach (var inner in Parts(part.Draft, path + name + ".", table))
                yield return inner;
        }
    }

    /// <summary>A part's columns but those that stand for its owner's key.</summary>
    private static IEnumerable<string> ColumnsOf(EntityDraft part)
    {
        var owner = part.Owner!;
        return part.Members.Where(member => member.Kind == MemberKind.Column)
            .Select(member => member.Name)
            .Concat(part.Properties)
            .Where(name => !part.Ignored.Contains(name) && part.Key?.Contains(name) != true && !IsOwnersKey(name, owner));
    }

    private static bool IsOwnersKey(string name, EntityDraft owner) =>
        name.StartsWith(owner.Name, StringComparison.OrdinalIgnoreCase)
        && (name.Substring(owner.Name.Length) is var rest && (IsSame(rest, "Id") || owner.Root.Key?.Any(key => IsSame(rest, key)) == true));

    private static bool IsSame(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
