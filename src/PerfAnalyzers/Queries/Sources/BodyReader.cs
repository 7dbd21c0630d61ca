using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>Reads what a method of the user's returns. The only place in this folder that asks for another tree's semantic model.</summary>
internal static class BodyReader
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxNode, ImmutableArray<IOperation>>> s_byCompilation = new();

    /// <summary>
    /// The expressions that the method may return, or the initializer of the field or property; none where there is no body, or it returns in
    /// another way.
    /// </summary>
    public static ImmutableArray<IOperation> ResultsOf(ISymbol member, Compilation compilation)
    {
        if (member.DeclaringSyntaxReferences is not [var reference] || !compilation.ContainsSyntaxTree(reference.SyntaxTree))
            return ImmutableArray<IOperation>.Empty;
        return s_byCompilation.GetOrCreateValue(compilation).GetOrAdd(reference.GetSyntax(), declaration => Read(declaration, compilation));
    }

    private static ImmutableArray<IOperation> Read(SyntaxNode declaration, Compilation compilation)
    {
        var (block, expression) = declaration switch
        {
            MethodDeclarationSyntax method => (method.Body, method.ExpressionBody?.Expression),
            LocalFunctionStatementSyntax function => (function.Body, function.ExpressionBody?.Expression),
            AccessorDeclarationSyntax accessor => (accessor.Body, accessor.ExpressionBody?.Expression),
            ArrowExpressionClauseSyntax arrow => (null, arrow.Expression),
            VariableDeclaratorSyntax field => (null, field.Initializer?.Value),
            _ => (null, null),
        };
        var returned = expression is not null ? [expression] : block is not null ? Returned(block) : [];
        if (returned.Count == 0 || MemberFacts.Around(declaration).IsTooDeep)
            return ImmutableArray<IOperation>.Empty;

#pragma warning disable RS1030 // A query may be composed in a method of another file, which the model under analysis doesn't know. One method is bound, once, and only where a query calls it.
        var model = compilation.GetSemanticModel(declaration.SyntaxTree);
#pragma warning restore RS1030
        var operations = returned.Select(value => model.GetOperation(value)).ToList();
        return operations.Contains(null) ? ImmutableArray<IOperation>.Empty : operations.ToImmutableArray()!;
    }

    private static List<ExpressionSyntax> Returned(BlockSyntax body)
    {
        var returned = new List<ExpressionSyntax>();
        foreach (var node in body.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)))
        {
            if (node is YieldStatementSyntax)
                return [];
            if (node is ReturnStatementSyntax { Expression: { } value } && !value.IsKind(SyntaxKind.NullLiteralExpression))
                returned.Add(value);
        }

        return returned;
    }
}
