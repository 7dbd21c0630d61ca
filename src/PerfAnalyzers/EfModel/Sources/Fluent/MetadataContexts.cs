using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>What the base classes of a context do to its model when their source isn't here.</summary>
internal static class MetadataContexts
{
    private const string Identity = "Microsoft.AspNetCore.Identity";

    /// <summary>Applies the configuration that <paramref name="parent"/>, a class of another assembly, inherits or brings.</summary>
    public static void Apply(ContextDraft context, INamedTypeSymbol parent)
    {
        foreach (var type in EntityAttributes.SelfAndBases(parent))
        {
            if (type is { Name: "DbContext", ContainingNamespace.Name: "EntityFrameworkCore" })
                return;
            if (type.Locations is [{ IsInSource: true }, ..])
                continue;
            if (IsIdentity(type))
                context.HasIdentity = true;
            else
                context.NotUnderstood(null, $"{context.Context.Name} derives from {type.Name}, whose source isn't visible");
        }
    }

    /// <summary>True for the types of ASP.NET Core Identity, and for those derived from them.</summary>
    public static bool IsIdentity(INamedTypeSymbol type) =>
        EntityAttributes.SelfAndBases(type).Any(current => current.ContainingNamespace?.ToDisplayString().StartsWith(Identity, StringComparison.Ordinal) == true);
}
