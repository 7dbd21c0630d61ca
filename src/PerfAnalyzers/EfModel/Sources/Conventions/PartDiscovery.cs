using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>Finds the owned and complex parts of an entity, those by convention too, and reads their members.</summary>
internal sealed class PartDiscovery(ContextDraft context, MemberReader reader)
{
    /// <summary>Parts nested deeper than this are not read: a class may own itself.</summary>
    private const int MaximumDepth = 6;

    public void Apply(EntityDraft entity) => Apply(entity, [entity.Symbol], MaximumDepth);

    /// <summary>The owned parts of an entity, nested ones included.</summary>
    public static IEnumerable<EntityDraft> OwnedParts(EntityDraft entity)
    {
        foreach (var part in entity.Parts.Values.Where(part => part.Kind != PartKind.Complex))
        {
            yield return part.Draft;
            foreach (var inner in OwnedParts(part.Draft))
                yield return inner;
        }
    }

    private void Apply(EntityDraft entity, IReadOnlyList<INamedTypeSymbol> owners, int depth)
    {
        foreach (var member in entity.Members.Where(member => member.Kind == MemberKind.Embedded))
        {
            if (IsConfiguredOnBase(entity, member.Name))
                continue;
            if (!entity.Parts.TryGetValue(member.Name, out var part))
            {
                if (depth == 0 || MemberTypes.PartOf(member.Type) is not { } type)
                    continue;
                var kind = MemberTypes.IsCollection(member.Type) ? PartKind.Collection : MemberTypes.IsComplex(type, context) ? PartKind.Complex : PartKind.Owned;
                entity.Parts.Add(member.Name, part = new PartDraft(kind, type, entity));
            }
            var draft = part.Draft;
            // What leads back to an owner is the other side of the ownership.
            draft.Members = [.. reader.Read(draft).Where(inner => !(inner.IsNavigation && IsOwner(inner.Target, owners)))];
            if (depth > 0)
                Apply(draft, [.. owners, draft.Symbol], depth - 1);
        }
    }

    private bool IsConfiguredOnBase(EntityDraft entity, string name) =>
        entity.Owner is null
        && !entity.Parts.ContainsKey(name)
        && EntityAttributes.SelfAndBases(entity.Symbol).Skip(1).Any(type => context.Find(type)?.Parts.ContainsKey(name) == true);

    private static bool IsOwner(INamedTypeSymbol? target, IReadOnlyList<INamedTypeSymbol> owners) =>
        owners.Any(owner => EntityAttributes.SelfAndBases(owner).Contains(target, SymbolEqualityComparer.Default));
}
