using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace PerfAnalyzers.CodeFixes;

/// <summary>Adds <c>HasIndex(…)</c> beside the fluent configuration of an entity.</summary>
internal static class FluentIndexWriter
{
    /// <summary>The solution with the calls added.</summary>
    /// <param name="document">The document that configures the entity.</param>
    /// <param name="site">Where: an expression that is the entity's builder (<c>builder</c>, <c>modelBuilder.Entity&lt;Order&gt;()</c>), or the parameter that is.</param>
    public static async Task<Solution> AddAsync(Document document, TextSpan site, IndexAdvice advice, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || compilation.GetTypeByMetadataName(advice.Entity) is not { } entity)
        {
            return solution;
        }

        var node = root.FindNode(site, getInnermostNodeForTie: true);
        var calls = advice.Indexes.Select(columns => HasIndex(columns, entity)).ToList();
        var newRoot = node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter
            ? AtParameter(root, parameter, calls)
            : AfterStatement(root, node, calls);
        return solution.WithDocumentSyntaxRoot(document.Id, newRoot);
    }

    private static string HasIndex(ImmutableArray<string> columns, INamedTypeSymbol entity)
    {
        if (columns.Any(column => !EntityProperties.Has(entity, column)))
            return $"HasIndex({string.Join(", ", columns.Select(column => SymbolDisplay.FormatLiteral(column, quote: true)))})";

        var row = char.ToLowerInvariant(entity.Name[0]).ToString();
        return columns.Length == 1
            ? $"HasIndex({row} => {row}.{columns[0]})"
            : $"HasIndex({row} => new {{ {string.Join(", ", columns.Select(column => row + "." + column))} }})";
    }

    private static SyntaxNode AtParameter(SyntaxNode root, ParameterSyntax parameter, List<string> calls)
    {
        var builder = parameter.Identifier.Text;
        var statements = calls.ConvertAll(call => Statement($"{builder}.{call};"));
        switch (parameter.FirstAncestorOrSelf<SyntaxNode>(owner => owner is BaseMethodDeclarationSyntax or LambdaExpressionSyntax))
        {
            case BaseMethodDeclarationSyntax { Body: { } body }:
                return root.ReplaceNode(body, body.AddStatements([.. statements]));
            case MethodDeclarationSyntax { ExpressionBody: { } arrow } method:
                return root.ReplaceNode(method, method
                    .WithExpressionBody(null)
                    .WithSemicolonToken(default)
                    .WithBody(Block(arrow.Expression, statements))
                    .WithAdditionalAnnotations(Formatter.Annotation));
            case LambdaExpressionSyntax { Block: { } block }:
                return root.ReplaceNode(block, block.AddStatements([.. statements]));
            default:
                return root;
        }
    }

    private static SyntaxNode AfterStatement(SyntaxNode root, SyntaxNode builder, List<string> calls)
    {
        // modelBuilder.Entity<Order>(b => b.HasKey(…)): no room for a second statement inside, so the lambda becomes a block.
        if (builder.FirstAncestorOrSelf<SyntaxNode>(owner => owner is StatementSyntax or LambdaExpressionSyntax { ExpressionBody: not null } or MethodDeclarationSyntax) is var owner
            && owner is LambdaExpressionSyntax { ExpressionBody: { } expression } lambda)
        {
            var block = Block(expression, calls.ConvertAll(call => Statement($"{builder}.{call};")));
            return root.ReplaceNode(lambda, lambda.WithBody(block).WithAdditionalAnnotations(Formatter.Annotation));
        }

        if (owner is MethodDeclarationSyntax { ParameterList.Parameters: [.., var parameter] })
            return AtParameter(root, parameter, calls);

        return owner is StatementSyntax statement && statement.Parent is BlockSyntax
            ? root.InsertNodesAfter(statement, calls.Select(call => Statement($"{builder}.{call};").WithLeadingTrivia(SyntaxFactory.ElasticMarker)))
            : root;
    }

    private static BlockSyntax Block(ExpressionSyntax first, List<StatementSyntax> others) =>
        SyntaxFactory.Block(others.Prepend(SyntaxFactory.ExpressionStatement(first)));

    private static StatementSyntax Statement(string text) =>
        SyntaxFactory.ParseStatement(text)
            .WithTrailingTrivia(SyntaxFactory.ElasticMarker)
            .WithAdditionalAnnotations(Formatter.Annotation);
}
