using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>
/// A build hands over other projects as reference assemblies, which leave private setters out. EF Core maps a property that has one: where it
/// would be a navigation, its foreign key has an index that can't be seen from here.
/// </summary>
internal static class HiddenSetters
{
    public static void Apply(ContextDraft context)
    {
        var isReference = new Dictionary<IAssemblySymbol, bool>(SymbolEqualityComparer.Default);
        foreach (var entity in context.Entities)
        {
            foreach (var type in EntityAttributes.SelfAndBases(entity.Symbol))
            {
                if (!IsReferenceAssembly(type.ContainingAssembly))
                    continue;
                foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                {
                    if (property is { IsStatic: false, IsIndexer: false, SetMethod: null, OverriddenProperty: null, DeclaredAccessibility: Accessibility.Public }
                        && !IsSaid(context, entity, property)
                        && MemberTypes.Classify(property.Type, context) is { Kind: MemberKind.Reference, Target: { } target })
                    {
                        var reason = $"{type.Name}.{property.Name} may have a private setter, which a reference assembly doesn't show";
                        context.NotUnderstood(entity, reason, ProblemKind.Detail);
                        if (context.Find(target) is { } other)
                            context.NotUnderstood(other, reason, ProblemKind.Detail);
                    }
                }
            }
        }

        bool IsReferenceAssembly(IAssemblySymbol assembly)
        {
            if (!isReference.TryGetValue(assembly, out var known))
                isReference.Add(assembly, known = EntityAttributes.Has(assembly, "ReferenceAssemblyAttribute"));
            return known;
        }
    }

    /// <summary>True where the configuration says what the property is.</summary>
    private static bool IsSaid(ContextDraft context, EntityDraft entity, IPropertySymbol property) =>
        EntityAttributes.Has(property, "NotMappedAttribute")
        || entity.Hierarchy.Any(draft => draft.Ignored.Contains(property.Name) || draft.Parts.ContainsKey(property.Name))
        || context.Relationships.Exists(relationship =>
            (relationship.Source == entity && relationship.SourceNavigation == property.Name) || (relationship.Target == entity && relationship.TargetNavigation == property.Name));
}
