using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Snapshots;

/// <summary>Reads the <c>ModelSnapshot</c> classes of a syntax tree. Nothing is bound, so the tree needn't belong to any compilation.</summary>
internal static class SnapshotReader
{
    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<SnapshotModel>> s_byTree = new();

    /// <summary>The snapshots declared in <paramref name="tree"/>, read at the first request.</summary>
    public static IReadOnlyList<SnapshotModel> Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_byTree.TryGetValue(tree, out var known))
            return known;
        var read = Read(tree, cancellationToken);
        return s_byTree.GetValue(tree, _ => read);
    }

    private static IReadOnlyList<SnapshotModel> Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var models = new List<SnapshotModel>();
        foreach (var type in Types(tree.GetRoot(cancellationToken)))
        {
            if (!IsSnapshot(type) || BuildModel(type) is not { } method)
                continue;
            var interpreter = new SnapshotInterpreter(cancellationToken);
            interpreter.Run(method.ParameterList.Parameters[0].Identifier.ValueText, FluentParser.Body(method.Body, method.ExpressionBody));
            models.Add(new SnapshotModel(ContextOf(type), interpreter.Entities()));
        }
        return models;
    }

    private static IEnumerable<TypeDeclarationSyntax> Types(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<TypeDeclarationSyntax>();

    /// <summary>True for the class that EF Core writes.</summary>
    private static bool IsSnapshot(TypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(item => item.Type is SimpleNameSyntax { Identifier.ValueText: "ModelSnapshot" } or QualifiedNameSyntax { Right.Identifier.ValueText: "ModelSnapshot" }) == true;

    private static MethodDeclarationSyntax? BuildModel(TypeDeclarationSyntax type) =>
        type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method is { Identifier.ValueText: "BuildModel", ParameterList.Parameters.Count: 1 });

    /// <summary>The context in <c>[DbContext(typeof(ShopContext))]</c>.</summary>
    private static string? ContextOf(TypeDeclarationSyntax type)
    {
        foreach (var attribute in type.AttributeLists.SelectMany(list => list.Attributes))
        {
            if (attribute is { Name: var name, ArgumentList.Arguments: [{ Expression: TypeOfExpressionSyntax { Type: var context } }] }
                && name.ToString() is "DbContext" or "DbContextAttribute")
            {
                return Simple(context);
            }
        }
        return null;
    }

    private static string? Simple(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
