using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Sources.Frameworks;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>What the base classes of a context do to its model when their source isn't here.</summary>
internal static class MetadataContexts
{
    /// <summary>Applies what the method <paramref name="method"/> of <paramref name="parent"/>, a class of another assembly, inherits or brings.</summary>
    public static void Apply(ContextDraft context, INamedTypeSymbol parent, string method)
    {
        foreach (var type in EntityAttributes.SelfAndBases(parent))
        {
            if (type is { Name: "DbContext", ContainingNamespace.Name: "EntityFrameworkCore" })
                return;
            // A project that the IDE hands over as source is another assembly all the same: its configuration isn't followed from here.
            if (type.TypeKind != TypeKind.Error && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Context.ContainingAssembly))
                continue;
            if (!IdentitySchema.IsContext(type))
                context.NotUnderstood(null, $"{context.Context.Name} derives from {type.Name}, whose source isn't visible");
            else if (method == "OnModelCreating")
                IdentitySchema.Apply(context, type);
        }
    }
}
