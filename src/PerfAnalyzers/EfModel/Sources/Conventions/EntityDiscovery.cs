using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Conventions;

/// <summary>Finds the entities that navigations lead to, reads the members of all, and links derived entities to their base.</summary>
internal static class EntityDiscovery
{
    /// <summary>A generic class may refer to ever deeper constructions of itself: <c>Node&lt;Node&lt;T&gt;&gt;</c>.</summary>
    private const int MaximumTypeDepth = 8;

    public static void Apply(ContextDraft context, CancellationToken cancellationToken)
    {
        foreach (var entity in context.Entities.ToList())
        {
            // A type that is an entity in its own right isn't owned, unless code says so for one navigation.
            if (context.Ignored.Contains(entity.Symbol) || EntityAttributes.Has(entity.Symbol, "NotMappedAttribute") || !MemberTypes.IsEntityClass(entity.Symbol))
                context.Remove(entity);
        }
        var reader = new MemberReader(context);
        var open = new Queue<EntityDraft>(context.Entities);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entity = open.Dequeue();
            entity.Members = reader.Read(entity);
            new PartDiscovery(context, reader).Apply(entity);
            foreach (var member in entity.Members.Concat(PartDiscovery.OwnedParts(entity).SelectMany(part => part.Members)))
            {
                if (member is { IsNavigation: true, Target: { } target } && context.Find(target) is null && IsShallow(target, MaximumTypeDepth))
                    open.Enqueue(context.Add(target));
            }
        }
        foreach (var entity in context.Entities)
        {
            context.OwnedParts.AddRange(PartDiscovery.OwnedParts(entity));
            entity.Base = EntityAttributes.SelfAndBases(entity.Symbol).Skip(1).Select(context.Find).FirstOrDefault(found => found is not null);
            if (context.Packages.Find(package => IsOf(entity.Symbol, package)) is { } package)
                context.NotUnderstood(entity, $"{entity.Name} is configured by {package}, whose source isn't visible", ProblemKind.Code);
        }
    }

    /// <summary>True for a class of a package, and for those derived from one.</summary>
    private static bool IsOf(INamedTypeSymbol entity, string package) =>
        EntityAttributes.SelfAndBases(entity).Any(type => type.ContainingNamespace?.ToDisplayString().StartsWith(package, StringComparison.Ordinal) == true);

    private static bool IsShallow(ITypeSymbol type, int depth) =>
        type is not INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } || (depth > 0 && arguments.All(argument => IsShallow(argument, depth - 1)));
}
