using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel;

/// <summary>The names of all properties of type <c>DbSet</c>: a query has to start somewhere, and most code mentions none of them.</summary>
internal static class DbSetNames
{
    /// <summary>Reads the names from all trees of <paramref name="compilation"/>; nothing is bound.</summary>
    public static ImmutableHashSet<string> Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
            names.UnionWith(TreeFacts.Of(tree, cancellationToken).DbSets);
        return names.ToImmutable();
    }
}
