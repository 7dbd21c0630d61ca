using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Whether a column may hold null, as far as EF Core's conventions are certain.</summary>
internal static class Nullability
{
    /// <summary>True, false, or null where it can't be told.</summary>
    public static bool? Of(EntityDraft entity, string column)
    {
        if (entity.Owner is not null)
            // An optional part's columns may all be null.
            return null;
        if (entity.Root.Key?.Contains(column) == true)
            return false;
        // A type that shares its base's table leaves its columns empty in others' rows.
        if (entity is { Base: { } parent, Mapping: HierarchyMapping.Tph } && parent.Member(column) is not { Kind: MemberKind.Column })
            return true;
        if (entity.Member(column) is { Type: INamedTypeSymbol { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } })
            return false;
        foreach (var draft in entity.Hierarchy)
        {
            if (draft.Required.TryGetValue(column, out var required))
                return !required;
        }
        if (entity.Member(column) is not { } member)
            return null;
        if (member.IsRequired)
            return false;
        if (member.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            return MayBeRequired(entity, column) ? null : true;
        return member.Type.NullableAnnotation == NullableAnnotation.NotAnnotated ? false : MayBeRequired(entity, column) ? null : true;
    }

    /// <summary>A navigation that is never null makes the columns of its foreign key required, whatever their type says.</summary>
    private static bool MayBeRequired(EntityDraft entity, string column) =>
        entity.Hierarchy.SelectMany(draft => draft.Navigations).Any(pair => pair.Value is { IsOnDependent: true } navigation && navigation.Columns.Contains(column)
            && (entity.Member(pair.Key) is not { } member || member.IsRequired || member.Type.NullableAnnotation == NullableAnnotation.NotAnnotated));
}
