using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>
/// What one syntax tree says about EF Core models. Kept as long as the tree lives, so that a keystroke re-reads the edited tree alone;
/// therefore it must hold no symbol and no compilation.
/// </summary>
/// <param name="Types">The types declared.</param>
/// <param name="DbSets">The names of the properties of type <c>DbSet</c>.</param>
/// <param name="Migrations">The migrations.</param>
internal sealed record TreeFacts(
    IReadOnlyList<TypeFacts> Types,
    IReadOnlyList<string> DbSets,
    IReadOnlyList<MigrationFacts> Migrations)
{
    /// <summary>True where a <c>ModelSnapshot</c> is declared.</summary>
    public bool HasSnapshot { get; init; }

    /// <summary>True where the bodies in this tree have a say in a model: what else it declares shows from outside them.</summary>
    public bool SaysSomething => DbSets.Count > 0 || Migrations.Count > 0 || HasSnapshot || Types.Any(type => type.Methods.Count > 0);

    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> s_byTree = new();

    /// <summary>The facts of <paramref name="tree"/>, read at the first request.</summary>
    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_byTree.TryGetValue(tree, out var known))
            return known;
        var read = TreeFactsReader.Read(tree, cancellationToken);
        return s_byTree.GetValue(tree, _ => read);
    }
}
