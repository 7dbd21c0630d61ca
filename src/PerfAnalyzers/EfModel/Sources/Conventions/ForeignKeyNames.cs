using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>Looks for the columns of a foreign key by their names.</summary>
internal static class ForeignKeyNames
{
    /// <summary>The columns of <paramref name="dependent"/> whose names match, or null.</summary>
    /// <param name="dependent">The entity that would hold the foreign key.</param>
    /// <param name="principal">The entity it points to.</param>
    /// <param name="navigation">The navigation from one to the other.</param>
    /// <param name="key">The key it points to.</param>
    /// <param name="isUnique">True for a one-to-one relationship.</param>
    /// <param name="matchKey">True where the dependent's own primary key may serve as well.</param>
    public static IReadOnlyList<string>? Find(
        EntityDraft dependent, EntityDraft principal, string? navigation, IReadOnlyList<string>? key, bool isUnique, bool matchKey)
    {
        if (key is not { Count: > 0 })
            return null;
        foreach (var prefix in navigation is null ? [principal.Name] : new[] { navigation, principal.Name })
        {
            // The first match ends the search, fit or not.
            if (Match(dependent, principal, prefix, key) is { } columns)
                return Fits(dependent, columns, isUnique, matchKey) ? columns : null;
        }
        return null;
    }

    /// <summary>Columns named exactly as the principal's key that are a proper part of the dependent's own key.</summary>
    public static IReadOnlyList<string>? FindInKey(EntityDraft dependent, IReadOnlyList<string>? key) =>
        key is { Count: > 0 } && dependent is { Base: null, Key: { } own } && own.Count > key.Count
        && key.All(column => own.Contains(column) && !column.Equals("Id", StringComparison.OrdinalIgnoreCase))
            ? key
            : null;

    private static IReadOnlyList<string>? Match(EntityDraft dependent, EntityDraft principal, string prefix, IReadOnlyList<string> key)
    {
        var columns = new List<string>();
        foreach (var part in key)
        {
            var name = Column(dependent, prefix + part) ?? (key.Count == 1 ? Column(dependent, prefix + "Id") : null);
            if (name is null)
                return null;
            columns.Add(name);
        }
        for (var i = 0; i < columns.Count; i++)
        {
            if (dependent.Member(columns[i]) is { } column && principal.Member(key[i]) is { } referenced && !MemberTypes.AreCompatible(referenced.Type, column.Type))
                return [];
        }
        return columns;
    }

    private static bool Fits(EntityDraft dependent, IReadOnlyList<string> columns, bool isUnique, bool matchKey)
    {
        if (columns.Count == 0)
            return false;
        var holdsPrimary = dependent.Key is { } primary && primary.All(columns.Contains);
        return isUnique ? !holdsPrimary || matchKey : !holdsPrimary && !dependent.AlternateKeys.Any(key => key.All(columns.Contains));
    }

    private static string? Column(EntityDraft entity, string name) =>
        entity.Members.FirstOrDefault(member => member.Kind == MemberKind.Column && member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name
        ?? entity.Hierarchy.SelectMany(draft => draft.Properties).FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
}
