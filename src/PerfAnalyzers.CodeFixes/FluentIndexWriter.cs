using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.CodeFixes;

/// <summary>Adds <c>HasIndex(…)</c> beside the fluent configuration of an entity.</summary>
internal static class FluentIndexWriter
{
    /// <summary>The solution with the calls added.</summary>
    /// <param name="document">The document that configures the entity.</param>
    /// <param name="site">Where: an expression that is the entity's builder (<c>builder</c>, <c>modelBuilder.Entity&lt;Order&gt;()</c>).</param>
    public static async Task<Solution> AddAsync(Document document, TextSpan site, IndexAdvice advice, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || compilation.GetTypeByMetadataName(advice.Entity) is not { } entity)
        {
            return solution;
        }

        var builder = root.FindNode(site, getInnermostNodeForTie: true);
        var statements = advice.Indexes.Select(index => Statement($"{builder}.{HasIndex(index, entity)};")).ToList();
        return solution.WithDocumentSyntaxRoot(document.Id, Insert(root, builder, statements));
    }

    private static string HasIndex(AdvisedIndex index, INamedTypeSymbol entity)
    {
        var call = $"HasIndex({Columns(index, entity)})";
        return index.Columns.Any(column => column.IsDescending) ? $"{call}.IsDescending({index.DescendingFlags})" : call;
    }

    private static string Columns(AdvisedIndex index, INamedTypeSymbol entity)
    {
        var columns = index.Columns.Select(column => column.Name).ToList();
        if (columns.Exists(column => !EntityProperties.Has(entity, column)))
            return string.Join(", ", columns.Select(column => SymbolDisplay.FormatLiteral(column, quote: true)));

        var row = char.ToLowerInvariant(entity.Name[0]).ToString();
        return columns.Count == 1
            ? $"{row} => {row}.{columns[0]}"
            : $"{row} => new {{ {string.Join(", ", columns.Select(column => row + "." + column))} }}";
    }

    /// <summary>Writes the statements after the one that the builder stands in. An expression body has no room for a second: it becomes a block.</summary>
    private static SyntaxNode Insert(SyntaxNode root, SyntaxNode builder, List<StatementSyntax> statements)
    {
        var owner = builder.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or LambdaExpressionSyntax { ExpressionBody: not null } or MethodDeclarationSyntax { ExpressionBody: not null });
        return owner switch
        {
            LambdaExpressionSyntax { ExpressionBody: { } expression } lambda =>
                root.ReplaceNode(lambda, lambda.WithBody(Block(expression, statements)).WithAdditionalAnnotations(Formatter.Annotation)),
            MethodDeclarationSyntax { ExpressionBody: { } arrow } method =>
                root.ReplaceNode(method, method
                    .WithExpressionBody(null)
                    .WithSemicolonToken(default)
                    .WithBody(Block(arrow.Expression, statements))
                    .WithAdditionalAnnotations(Formatter.Annotation)),
            StatementSyntax { Parent: BlockSyntax } statement =>
                root.InsertNodesAfter(statement, statements.Select(added => added.WithLeadingTrivia(SyntaxFactory.ElasticMarker))),
            _ => root,
        };
    }

    /// <summary>A block with a line for each statement: the formatter leaves a lambda's block on one line unless it is broken already.</summary>
    private static BlockSyntax Block(ExpressionSyntax first, List<StatementSyntax> others)
    {
        var newLine = first.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var statements = others.Prepend(SyntaxFactory.ExpressionStatement(first)).Select(statement => statement.WithTrailingTrivia(newLine));
        return SyntaxFactory.Block(statements).WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(newLine));
    }

    private static StatementSyntax Statement(string text) =>
        SyntaxFactory.ParseStatement(text)
            .WithTrailingTrivia(SyntaxFactory.ElasticMarker)
            .WithAdditionalAnnotations(Formatter.Annotation);
}
