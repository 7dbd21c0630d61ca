using System.Collections.Immutable;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>The navigations of a table, those inherited included.</summary>
internal static class Navigations
{
    public static ImmutableDictionary<string, Navigation> Of(EntityDraft entity, ImmutableHashSet<string> columns)
    {
        var navigations = ImmutableDictionary.CreateBuilder<string, Navigation>(StringComparer.Ordinal);
        foreach (var (name, draft) in All(entity, columns))
            navigations[name] = new Navigation(draft.Target.Symbol, draft.Columns.ToImmutableArray(), draft.TargetColumns.ToImmutableArray(), draft.IsCollection);
        return navigations.ToImmutable();
    }

    /// <summary>The columns that EF Core reads instead of the key that a navigation leads to: <c>Church.Id</c> → <c>ChurchId</c>.</summary>
    public static ImmutableDictionary<string, string> Keys(EntityDraft entity, ImmutableHashSet<string> columns)
    {
        var keys = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, draft) in All(entity, columns))
        {
            for (var i = 0; draft.IsOnDependent && i < draft.Columns.Count; i++)
                keys[name + "." + draft.TargetColumns[i]] = draft.Columns[i];
        }
        return keys.ToImmutable();
    }

    /// <summary>What two contexts agree on.</summary>
    public static ImmutableDictionary<string, Navigation> Intersect(ImmutableDictionary<string, Navigation> a, ImmutableDictionary<string, Navigation> b) =>
        a.RemoveRange(a.Where(pair => !b.TryGetValue(pair.Key, out var other) || !AreSame(pair.Value, other)).Select(pair => pair.Key));

    private static bool AreSame(Navigation a, Navigation b) =>
        Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(a.Target, b.Target) && a.IsCollection == b.IsCollection
        && a.Columns.SequenceEqual(b.Columns) && a.TargetColumns.SequenceEqual(b.TargetColumns);

    /// <summary>The navigations from columns of the entity's own table, those of its parts by path.</summary>
    private static IEnumerable<(string Name, NavigationDraft Draft)> All(EntityDraft entity, ImmutableHashSet<string> columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in entity.Hierarchy.SelectMany(draft => draft.Navigations))
        {
            if (seen.Add(pair.Key) && pair.Value is { Target.Owner: null } draft && draft.Columns.All(columns.Contains))
                yield return (pair.Key, draft);
        }
        foreach (var (path, part) in TableColumns.Parts(entity))
        {
            foreach (var pair in part.Navigations)
            {
                if (pair.Value is { IsOnDependent: true } draft && draft.Columns.All(column => columns.Contains(path + column)))
                    yield return (path + pair.Key, draft with { Columns = [.. draft.Columns.Select(column => path + column)] });
            }
        }
    }
}
