using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel;

/// <summary>
/// Keeps the last model of a project from one compilation to the next: while a user types in a method body that configures nothing, the model
/// stays what it was, and only its symbols are looked up anew. Holds no symbol and no compilation; lives as long as a context's syntax tree.
/// </summary>
internal static class ModelCache
{
    private static readonly ConditionalWeakTable<SyntaxTree, Slot> s_byContext = new();

    /// <summary>The tables of the compilation before, if nothing they depend on has changed since.</summary>
    public static KeptTables? Find(Compilation compilation, CancellationToken cancellationToken)
    {
        if (ContextTree(compilation, cancellationToken) is not { } key || !s_byContext.TryGetValue(key, out var slot) || slot.Last is not { } last
            || !IsUnchanged(last, compilation, cancellationToken))
            return null;
        slot.Last = last with { Trees = [.. compilation.SyntaxTrees] };
        return new KeptTables(last.Tables, compilation);
    }

    /// <summary>Keeps the tables of a compilation for the next one.</summary>
    public static void Keep(Compilation compilation, IEnumerable<EntityTable> tables, CancellationToken cancellationToken)
    {
        if (ContextTree(compilation, cancellationToken) is not { } key)
            return;
        var kept = new Dictionary<string, KeptTable>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            if (KeptTable.Of(table, compilation) is not { } nameable)
                return;
            kept[nameable.Key] = nameable;
        }
        s_byContext.GetValue(key, _ => new Slot()).Last = new Model(compilation.AssemblyName, compilation.ExternalReferences, [.. compilation.SyntaxTrees], kept);
    }

    private static SyntaxTree? ContextTree(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (TreeFacts.Of(tree, cancellationToken).SaysSomething)
                return tree;
        }
        return null;
    }

    private static bool IsUnchanged(Model last, Compilation compilation, CancellationToken cancellationToken)
    {
        if (last.AssemblyName != compilation.AssemblyName || !last.References.SequenceEqual(compilation.ExternalReferences))
            return false;
        var i = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (i >= last.Trees.Count)
                return false;
            var before = last.Trees[i++];
            if (before != tree
                && (TreeFacts.Of(tree, cancellationToken).SaysSomething || TreeFacts.Of(before, cancellationToken).SaysSomething
                    || !before.Options.Equals(tree.Options) || !SyntaxFactory.AreEquivalent(before, tree, topLevel: true)))
            {
                return false;
            }
        }
        return i == last.Trees.Count;
    }

    private sealed class Slot
    {
        private volatile Model? _last;

        public Model? Last { get => _last; set => _last = value; }
    }

    private sealed record Model(
        string? AssemblyName, ImmutableArray<MetadataReference> References, IReadOnlyList<SyntaxTree> Trees, IReadOnlyDictionary<string, KeptTable> Tables);
}
