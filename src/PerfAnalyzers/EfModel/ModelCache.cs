using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.EfModel.Facts;
using PerfAnalyzers.EfModel.References;

namespace PerfAnalyzers.EfModel;

/// <summary>
/// Keeps the last models of a project from one compilation to the next: while a user types in a method body that configures nothing, the model
/// stays what it was, and only its symbols are looked up anew. Holds no symbol and no compilation; lives as long as a context's syntax tree.
/// </summary>
internal static class ModelCache
{
    private static readonly ConditionalWeakTable<SyntaxTree, Slot> s_byContext = new();

    /// <summary>The tables of the compilation before, if nothing they depend on has changed since.</summary>
    public static KeptTables? Find(Compilation compilation, CancellationToken cancellationToken)
    {
        if (ContextTree(compilation, cancellationToken) is not { } key || !s_byContext.TryGetValue(key, out var slot)
            || slot.Find(model => IsUnchanged(model, compilation, cancellationToken)) is not { } last)
            return null;
        slot.Replace(last, last with { Trees = TreesOf(compilation) });
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
        s_byContext.GetValue(key, _ => new Slot()).Replace(null, new Model(compilation.AssemblyName, compilation.ExternalReferences, TreesOf(compilation), kept));
    }

    /// <summary>The trees that may have a say: what the export adds after the model was read for it is not among them.</summary>
    private static List<SyntaxTree> TreesOf(Compilation compilation) =>
        [.. compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(ReferencedModels.ExportedFile, StringComparison.Ordinal))];

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
        var trees = TreesOf(compilation);
        if (trees.Count != last.Trees.Count)
            return false;
        for (var i = 0; i < trees.Count; i++)
        {
            var (before, tree) = (last.Trees[i], trees[i]);
            if (before != tree
                && (TreeFacts.Of(tree, cancellationToken).SaysSomething || TreeFacts.Of(before, cancellationToken).SaysSomething
                    || !before.Options.Equals(tree.Options) || !SyntaxFactory.AreEquivalent(before, tree, topLevel: true)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The last two models: the export reads a project before the source generators have run, the analyzers after.</summary>
    private sealed class Slot
    {
        private readonly object _gate = new();
        private Model? _last;
        private Model? _other;

        public Model? Find(Func<Model, bool> isWanted)
        {
            Model? last, other;
            lock (_gate)
                (last, other) = (_last, _other);
            return last is not null && isWanted(last) ? last : other is not null && isWanted(other) ? other : null;
        }

        /// <summary>Puts a model in the place of <paramref name="before"/>, or of the one used longer ago.</summary>
        public void Replace(Model? before, Model model)
        {
            lock (_gate)
                (_last, _other) = (model, before is not null && before == _last ? _other : _last);
        }
    }

    private sealed record Model(
        string? AssemblyName, ImmutableArray<MetadataReference> References, IReadOnlyList<SyntaxTree> Trees, IReadOnlyDictionary<string, KeptTable> Tables);
}
