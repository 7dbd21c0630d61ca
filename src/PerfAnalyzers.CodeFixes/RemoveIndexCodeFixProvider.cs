using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.Rules;

namespace PerfAnalyzers.CodeFixes;

/// <summary>Removes the declaration of a redundant index: its <c>[Index]</c> attribute, or the statement that calls <c>HasIndex</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveIndexCodeFixProvider))]
[Shared]
public sealed class RemoveIndexCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.IndexRedundant);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (DeclarationAt(root, diagnostic) is not { } declaration)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    "Remove the redundant index",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.RemoveNode(declaration, SyntaxRemoveOptions.KeepUnbalancedDirectives)!)),
                    nameof(RemoveIndexCodeFixProvider)),
                diagnostic);
        }
    }

    /// <summary>What declares the index and nothing else, or null where it can't be taken out without more thought.</summary>
    private static SyntaxNode? DeclarationAt(SyntaxNode root, Diagnostic diagnostic)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { Parent: AttributeListSyntax list } attribute)
            return list.Attributes.Count == 1 ? list : attribute;

        // In a fluent chain nothing but calls that configure the index follows HasIndex.
        while (node.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            node = node.Parent;
        return node is ExpressionSyntax && node.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } statement ? statement : null;
    }
}
