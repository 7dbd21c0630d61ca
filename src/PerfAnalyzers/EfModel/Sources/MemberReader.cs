using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Sorts the properties of an entity class as EF Core's member classifier does: columns, navigations, neither.</summary>
internal sealed class MemberReader(ContextDraft context)
{
    public IReadOnlyList<EntityMember> Read(EntityDraft entity)
    {
        var members = new List<EntityMember>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // What is said of a base class's members holds for the derived class.
        var configured = entity.Owner is not null ? [entity] : EntityAttributes.SelfAndBases(entity.Symbol).Select(context.Find).OfType<EntityDraft>().ToList();
        foreach (var type in EntityAttributes.SelfAndBases(entity.Symbol))
        {
            foreach (var symbol in type.GetMembers())
            {
                if (symbol is IPropertySymbol { IsStatic: false, IsIndexer: false } property && seen.Add(property.Name))
                    members.Add(Read(configured, property));
            }
        }
        members.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return members;
    }

    private EntityMember Read(List<EntityDraft> configured, IPropertySymbol property)
    {
        var name = property.Name;
        if (configured.Exists(draft => draft.Ignored.Contains(name)) || EntityAttributes.Has(property, "NotMappedAttribute"))
            return Member(property, MemberKind.None);
        if (configured.Exists(draft => draft.Properties.Contains(name)))
            return Attributed(Member(property, MemberKind.Column), property);
        if (configured.Exists(draft => draft.Parts.ContainsKey(name)))
            return Member(property, MemberKind.Embedded);
        if (property.GetMethod is not { DeclaredAccessibility: Accessibility.Public })
            return Member(property, MemberKind.None);
        var (kind, target) = MemberTypes.Classify(property.Type, context);
        if (kind != MemberKind.Collection && !HasSetter(property))
            return Member(property, MemberKind.None);
        return Attributed(Member(property, kind) with { Target = target }, property);
    }

    private static EntityMember Member(IPropertySymbol property, MemberKind kind) => new(property.Name, kind, property.Type, property.ContainingType);

    private static EntityMember Attributed(EntityMember member, IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "KeyAttribute":
                    member = member with { IsKey = true };
                    break;
                case "ColumnAttribute":
                    member = member with
                    {
                        ColumnName = attribute.ConstructorArguments is [{ Value: string column }] ? column : null,
                        ColumnType = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "TypeName").Value.Value as string,
                    };
                    break;
                case "RequiredAttribute":
                    member = member with { IsRequired = true };
                    break;
                case "ForeignKeyAttribute":
                    member = member with { ForeignKey = Text(attribute) };
                    break;
                case "InversePropertyAttribute":
                    member = member with { Inverse = Text(attribute) };
                    break;
            }
        }
        return member;
    }

    private static string? Text(AttributeData attribute) => attribute.ConstructorArguments is [{ Value: string text }] ? text : null;

    private static bool HasSetter(IPropertySymbol property)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (current.SetMethod is not null)
                return true;
        }
        return false;
    }
}
