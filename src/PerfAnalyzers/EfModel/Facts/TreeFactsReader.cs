using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Walks the declarations of one tree: namespaces, types, members. Method bodies are entered only where a builder is handed in.</summary>
internal sealed class TreeFactsReader(CancellationToken cancellationToken)
{
    /// <summary>Types nested deeper than this are not read.</summary>
    private const int MaximumNesting = 16;

    /// <summary>What EF Core writes beside each migration: the whole model once more, as it was.</summary>
    private static readonly ImmutableHashSet<string> s_snapshots = ImmutableHashSet.Create("BuildModel", "BuildTargetModel");

    private readonly List<TypeFacts> _types = new List<TypeFacts>();
    private readonly List<string> _dbSets = new List<string>();
    private readonly List<MigrationFacts> _migrations = new List<MigrationFacts>();
    private bool _hasSnapshot;

    public static TreeFacts Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var reader = new TreeFactsReader(cancellationToken);
        if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit)
            reader.Members(unit.Members, "", MaximumNesting);
        return new TreeFacts(reader._types, reader._dbSets, reader._migrations) { HasSnapshot = reader._hasSnapshot };
    }

    private void Members(SyntaxList<MemberDeclarationSyntax> members, string prefix, int nesting)
    {
        foreach (var member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space when nesting > 0:
                    Members(space.Members, prefix + space.Name.ToString().Replace(" ", "") + ".", nesting - 1);
                    break;
                case TypeDeclarationSyntax type when nesting > 0:
                    Type(type, prefix, nesting);
                    break;
            }
        }
    }

    private void Type(TypeDeclarationSyntax type, string prefix, int nesting)
    {
        var name = type.Identifier.ValueText;
        var arity = type.TypeParameterList?.Parameters.Count ?? 0;
        var metadataName = prefix + name + (arity > 0 ? "`" + arity : "");
        IReadOnlyList<string> baseNames = type.BaseList is { } list ? [.. list.Types.Select(item => SimpleName(item.Type))] : [];
        var methods = new List<FluentMethod>();
        var hasDbSets = false;
        foreach (var member in type.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax property when SimpleName(property.Type) == "DbSet":
                    hasDbSets = true;
                    _dbSets.Add(property.Identifier.ValueText);
                    break;
                case MethodDeclarationSyntax method:
                    Method(method, type, metadataName, methods);
                    break;
            }
        }
        Migration(type, metadataName, baseNames);
        _types.Add(new TypeFacts(name, metadataName, baseNames, methods, hasDbSets, type)
        {
            IsConcrete = arity == 0 && !type.Modifiers.Any(SyntaxKind.AbstractKeyword) && type is ClassDeclarationSyntax or RecordDeclarationSyntax,
        });
        Members(type.Members, metadataName + "+", nesting - 1);
    }

    /// <summary>A migration's operations, or the attributes of its designer file; a snapshot is only noted.</summary>
    private void Migration(TypeDeclarationSyntax type, string metadataName, IReadOnlyList<string> baseNames)
    {
        _hasSnapshot |= baseNames.Contains("ModelSnapshot");
        var said = Attribute(type, "Migration");
        if (baseNames.Contains("ModelSnapshot") || (said is null && !baseNames.Contains("Migration")))
            return;
        var context = Attribute(type, "DbContext");
        var up = type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method.Identifier.ValueText == "Up");
        var id = said is null ? Path.GetFileNameWithoutExtension(type.SyntaxTree.FilePath) : FluentParser.ConstantText(said.Expression);
        _migrations.Add(new MigrationFacts(
            metadataName, id, context is { Expression: TypeOfExpressionSyntax { Type: var name } } ? SimpleName(name) : null, up is null ? [] : MigrationReader.Read(up)));
    }

    /// <summary>The first argument of an attribute of that name.</summary>
    private static AttributeArgumentSyntax? Attribute(TypeDeclarationSyntax type, string name) =>
        type.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => SimpleName(attribute.Name) is var simple && (simple == name || simple == name + "Attribute"))?.ArgumentList?.Arguments.FirstOrDefault();

    private void Method(
        MethodDeclarationSyntax method, TypeDeclarationSyntax type, string owner, List<FluentMethod> methods)
    {
        var name = method.Identifier.ValueText;
        if (s_snapshots.Contains(name))
            return;
        var parameters = Parameters(method.ParameterList);
        if (!parameters.Any(parameter => parameter.IsBuilder))
            return;
        methods.Add(new FluentMethod(name, TypeParameters(method.TypeParameterList), parameters, FluentParser.Body(method.Body, method.ExpressionBody), type, owner)
        {
            IsExtension = method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword),
            HasBody = method.Body is not null || method.ExpressionBody is not null,
        });
        if (method.Body is null)
            return;
        foreach (var local in method.Body.DescendantNodes(node => node is not ExpressionSyntax).OfType<LocalFunctionStatementSyntax>())
        {
            methods.Add(new FluentMethod(
                local.Identifier.ValueText, TypeParameters(local.TypeParameterList), Parameters(local.ParameterList), FluentParser.Body(local.Body, local.ExpressionBody), type, owner)
            {
                HasBody = local.Body is not null || local.ExpressionBody is not null,
            });
        }
    }

    private static IReadOnlyList<FluentParameter> Parameters(ParameterListSyntax list) =>
    [
        .. list.Parameters.Select(parameter => new FluentParameter(
            parameter.Identifier.ValueText,
            parameter.Type is null ? "" : SimpleName(parameter.Type),
            TypeArgument(parameter.Type))),
    ];

    private static IReadOnlyList<string> TypeParameters(TypeParameterListSyntax? list) =>
        list is null ? [] : [.. list.Parameters.Select(parameter => parameter.Identifier.ValueText)];

    private static TypeSyntax? TypeArgument(TypeSyntax? type) => Rightmost(type) is GenericNameSyntax { TypeArgumentList.Arguments: [var first, ..] } ? first : null;

    private static string SimpleName(TypeSyntax type) => Rightmost(type)?.Identifier.ValueText ?? "";

    private static SimpleNameSyntax? Rightmost(TypeSyntax? type) => type switch
    {
        NullableTypeSyntax nullable => Rightmost(nullable.ElementType),
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        SimpleNameSyntax simple => simple,
        _ => null,
    };
}
