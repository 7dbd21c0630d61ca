using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>
/// Finds the columns of each foreign key as EF Core does: said by code, by <c>[ForeignKey]</c>, by name
/// (<c>{Navigation}{Key}</c>, <c>{Navigation}Id</c>, <c>{Principal}{Key}</c>, <c>{Principal}Id</c>), else as shadow properties.
/// </summary>
internal sealed class ForeignKeyConvention
{
    private readonly ContextDraft _context;
    private readonly List<ForeignKeyDraft> _foreignKeys = [];

    private ForeignKeyConvention(ContextDraft context) => _context = context;

    public static IReadOnlyList<ForeignKeyDraft> Apply(ContextDraft context)
    {
        var convention = new ForeignKeyConvention(context);
        // Foreign keys that are said leave fewer columns to those that are found, and exact matches fewer to vague ones.
        var rest = context.Relationships.Where(relationship => relationship is { IsManyToMany: false, TargetIsCollection: not null }).ToList();
        foreach (var relationship in rest.ToList())
        {
            if (convention.Said(relationship))
                rest.Remove(relationship);
        }
        foreach (var relationship in rest)
            convention.Found(relationship);
        return convention._foreignKeys;
    }

    private bool Said(RelationshipDraft relationship)
    {
        if (relationship.ForeignKey is { } columns)
        {
            var dependent = relationship.Dependent ?? EndHaving(relationship, columns);
            Add(relationship, dependent, columns);
            return true;
        }
        return ByAttribute(relationship, relationship.Source, relationship.SourceNavigation, relationship.Target)
            || ByAttribute(relationship, relationship.Target, relationship.TargetNavigation, relationship.Source);
    }

    private bool ByAttribute(RelationshipDraft relationship, EntityDraft entity, string? navigation, EntityDraft other)
    {
        if (navigation is null)
            return false;
        // [ForeignKey("Church")] on a column of this entity.
        if (entity.Members.FirstOrDefault(member => member is { Kind: MemberKind.Column } && member.ForeignKey == navigation) is { } column
            && entity.Member(navigation) is { IsReference: true })
        {
            Add(relationship, entity, [column.Name]);
            return true;
        }
        // [ForeignKey("ChurchId")] on the navigation: the columns lie on the end that has them, or that the shape makes the dependent.
        if (entity.Member(navigation) is not { ForeignKey: { } text } member2)
            return false;
        var columns = text.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
        if (columns.Count == 0)
            return false;
        var dependent = member2.IsCollection ? other
            : relationship.IsOneToOne && !columns.All(name => HasColumn(entity, name)) && columns.All(name => HasColumn(other, name)) ? other
            : entity;
        Add(relationship, dependent, columns);
        return true;
    }

    private void Found(RelationshipDraft relationship)
    {
        var (source, target) = (relationship.Source, relationship.Target);
        if (relationship.Dependent is { } dependent)
        {
            var principal = dependent == source ? target : source;
            var navigation = NavigationOf(relationship, dependent);
            var columns = ForeignKeyNames.Find(dependent, principal, navigation, Key(relationship, principal), isUnique: false, matchKey: false);
            if (columns is null && relationship.IsOneSided && source != target
                && ForeignKeyNames.Find(target, source, null, source.Key, isUnique: true, matchKey: false) is { } reversed && IsFree(target, reversed))
            {
                Add(relationship, target, reversed, isUnique: true);
                return;
            }
            columns ??= ForeignKeyNames.FindInKey(dependent, Key(relationship, principal));
            Add(relationship, dependent, columns is not null && IsFree(dependent, columns) ? columns : Shadow(relationship, dependent, principal));
            return;
        }
        OneToOne(relationship);
    }

    /// <summary>The end with a matching column is the dependent; where both or neither has one, columns of the primary key are tried too.</summary>
    private void OneToOne(RelationshipDraft relationship)
    {
        var (source, target) = (relationship.Source, relationship.Target);
        foreach (var matchKey in new[] { false, true })
        {
            var onSource = ForeignKeyNames.Find(source, target, relationship.SourceNavigation, target.Key, isUnique: true, matchKey);
            var onTarget = source == target ? null : ForeignKeyNames.Find(target, source, relationship.TargetNavigation, source.Key, isUnique: true, matchKey);
            // Both ends: EF Core asks for configuration. An index on each is the assumption that warns least.
            if (onSource is not null)
                Add(relationship, source, onSource);
            if (onTarget is not null)
                Add(relationship, target, onTarget);
            if (onSource is not null || onTarget is not null)
                return;
        }
        if (relationship.ExplicitDependent is { } dependent && dependent.Key is { } key)
            Add(relationship, dependent, key);
    }

    private void Add(RelationshipDraft relationship, EntityDraft dependent, IReadOnlyList<string> columns, bool? isUnique = null)
    {
        var principal = dependent == relationship.Source ? relationship.Target : relationship.Source;
        foreach (var column in columns)
        {
            if (!HasColumn(dependent, column))
                dependent.Properties.Add(column);
            if (relationship.IsRequired is { } required)
                dependent.Required[column] = required;
        }
        var principalKey = Key(relationship, principal) ?? [];
        if (principal.Owner is not null)
            _context.NotUnderstood(dependent, $"{dependent.Name} refers to {principal.Name}, which is part of another entity");
        if (relationship.PrincipalKey is { } alternate && principal.Key is { } primary && !alternate.SequenceEqual(primary))
            principal.AlternateKeys.Add(alternate);
        if (principalKey.Count == columns.Count)
            Navigate(relationship, dependent, principal, columns, principalKey, isUnique ?? relationship.IsOneToOne);
        _foreignKeys.Add(new ForeignKeyDraft(dependent, principal, columns, isUnique ?? relationship.IsOneToOne));
    }

    /// <summary>Notes what the navigations of both ends lead to.</summary>
    private static void Navigate(
        RelationshipDraft relationship, EntityDraft dependent, EntityDraft principal, IReadOnlyList<string> columns, IReadOnlyList<string> key, bool isUnique)
    {
        if (NavigationOf(relationship, dependent) is { } navigation)
            Note(dependent, navigation, new NavigationDraft(principal, columns, key, IsCollection: false, IsOnDependent: true));
        var isSource = dependent == relationship.Source && !relationship.SourceIsCollection;
        if ((isSource ? relationship.TargetNavigation : relationship.SourceNavigation) is { } inverse)
            Note(principal, inverse, new NavigationDraft(dependent, key, columns, IsCollection: !isUnique, IsOnDependent: false));
    }

    private static void Note(EntityDraft entity, string name, NavigationDraft navigation) =>
        entity.Navigations[name] = entity.Navigations.TryGetValue(name, out var other) && !Same(other, navigation) ? null : navigation;

    private static bool Same(NavigationDraft? a, NavigationDraft b) =>
        a is not null && a.Target == b.Target && a.IsCollection == b.IsCollection && a.Columns.SequenceEqual(b.Columns) && a.TargetColumns.SequenceEqual(b.TargetColumns);

    /// <summary>What EF Core names the columns it adds: <c>{Navigation or principal}{Key}</c>, made unique by a number.</summary>
    private static IReadOnlyList<string> Shadow(RelationshipDraft relationship, EntityDraft dependent, EntityDraft principal)
    {
        var prefix = NavigationOf(relationship, dependent) ?? principal.Name;
        var columns = new List<string>();
        foreach (var key in Key(relationship, principal) ?? ["Id"])
        {
            var name = key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? key : prefix + key;
            var unique = name;
            for (var i = 1; dependent.Member(unique) is not null || dependent.Properties.Contains(unique) || columns.Contains(unique); i++)
                unique = name + i;
            columns.Add(unique);
        }
        return columns;
    }

    /// <summary>Two foreign keys don't share their columns by convention.</summary>
    private bool IsFree(EntityDraft dependent, IReadOnlyList<string> columns) =>
        !_foreignKeys.Any(other => other.Dependent.Root == dependent.Root && other.Columns.SequenceEqual(columns));

    private static IReadOnlyList<string>? Key(RelationshipDraft relationship, EntityDraft principal) => relationship.PrincipalKey ?? principal.Key;

    private static string? NavigationOf(RelationshipDraft relationship, EntityDraft dependent) =>
        dependent == relationship.Source && !relationship.SourceIsCollection ? relationship.SourceNavigation
            : dependent == relationship.Target && relationship.TargetIsCollection == false ? relationship.TargetNavigation
            : null;

    private static EntityDraft EndHaving(RelationshipDraft relationship, IReadOnlyList<string> columns) =>
        columns.All(column => HasColumn(relationship.Source, column)) || !columns.All(column => HasColumn(relationship.Target, column)) ? relationship.Source : relationship.Target;

    private static bool HasColumn(EntityDraft entity, string name) =>
        entity.Member(name) is { Kind: MemberKind.Column } || entity.Hierarchy.Any(draft => draft.Properties.Contains(name));
}
