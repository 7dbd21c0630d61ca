using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>
/// The names of members that have to do with queries, by how they are declared; nothing is bound. What one tree declares is kept as long
/// as the tree lives.
/// </summary>
/// <param name="Queries">Methods, properties and fields of type <c>IQueryable&lt;T&gt;</c>, <c>IOrderedQueryable&lt;T&gt;</c> or <c>DbSet&lt;T&gt;</c>.</param>
/// <param name="Filtered">Other methods that take a filter, an <c>Expression&lt;Func&lt;T, bool>></c>.</param>
internal sealed record QueryMembers(ImmutableHashSet<string> Queries, ImmutableHashSet<string> Filtered)
{
    /// <summary>A repository's usual name for all of its rows, and an operator of LINQ, which always takes an argument.</summary>
    public const string All = "All()";

    /// <summary>Types nested deeper than this are not read.</summary>
    private const int MaxNesting = 16;

    private static readonly ConditionalWeakTable<SyntaxTree, QueryMembers> s_byTree = new();

    public static QueryMembers None { get; } = new(ImmutableHashSet<string>.Empty, ImmutableHashSet<string>.Empty);

    /// <summary>The members that all trees of <paramref name="compilation"/> declare.</summary>
    public static QueryMembers Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var queries = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var filtered = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var members = Of(tree, cancellationToken);
            queries.UnionWith(members.Queries);
            filtered.UnionWith(members.Filtered);
        }

        return new QueryMembers(queries.ToImmutable(), filtered.ToImmutable());
    }

    /// <summary>True for a type that, as it is written, holds a query.</summary>
    public static bool IsQuery(TypeSyntax? type) => NameOf(type)?.Identifier.ValueText is "IQueryable" or "IOrderedQueryable" or "DbSet";

    private static QueryMembers Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_byTree.TryGetValue(tree, out var known))
            return known;
        var queries = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var filtered = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit)
            Read(unit.Members, queries, filtered, MaxNesting);
        var read = queries.Count + filtered.Count == 0 ? None : new QueryMembers(queries.ToImmutable(), filtered.ToImmutable());
        return s_byTree.GetValue(tree, _ => read);
    }

    private static void Read(SyntaxList<MemberDeclarationSyntax> members, ImmutableHashSet<string>.Builder queries, ImmutableHashSet<string>.Builder filtered, int nesting)
    {
        if (nesting == 0)
            return;
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    Read(space.Members, queries, filtered, nesting - 1);
                    break;
                case TypeDeclarationSyntax type:
                    Read(type.Members, queries, filtered, nesting - 1);
                    break;
                case PropertyDeclarationSyntax property when IsQuery(property.Type):
                    Add(queries, property.Identifier);
                    break;
                case FieldDeclarationSyntax field when IsQuery(field.Declaration.Type):
                    foreach (var variable in field.Declaration.Variables)
                        Add(queries, variable.Identifier);
                    break;
                case MethodDeclarationSyntax { ParameterList.Parameters.Count: 0, Identifier.ValueText: "All" } method when IsQuery(method.ReturnType):
                    queries.Add(All);
                    break;
                case MethodDeclarationSyntax method when IsQuery(method.ReturnType):
                    Add(queries, method.Identifier);
                    break;
                case MethodDeclarationSyntax method when method.ParameterList.Parameters.Any(parameter => IsFilter(parameter.Type)):
                    Add(filtered, method.Identifier);
                    break;
            }
        }
    }

    /// <summary>A name that every list has too (<c>Where</c>) would let all of LINQ through.</summary>
    private static void Add(ImmutableHashSet<string>.Builder names, SyntaxToken name)
    {
        if (!QueryOperators.IsOperator(name.ValueText))
            names.Add(name.ValueText);
    }

    private static bool IsFilter(TypeSyntax? type) =>
        NameOf(type) is GenericNameSyntax { Identifier.ValueText: "Expression", TypeArgumentList.Arguments: [var function] }
        && NameOf(function) is GenericNameSyntax { Identifier.ValueText: "Func", TypeArgumentList.Arguments: [_, PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword }] };

    private static SimpleNameSyntax? NameOf(TypeSyntax? type) => type switch
    {
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => type as SimpleNameSyntax,
    };
}
