using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.Rules;

namespace PerfAnalyzers.CodeFixes;

/// <summary>
/// Compares a column with a half-open range where a query compares its day or year: <c>o.CreatedAt.Date == day</c> becomes
/// <c>o.CreatedAt &gt;= day.Date &amp;&amp; o.CreatedAt &lt; day.Date.AddDays(1)</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RangeCodeFixProvider))]
[Shared]
public sealed class RangeCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ExpressionDefeatsIndex);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression
                || RangeRewriter.Rewrite(expression, model, context.CancellationToken) is not (var comparison, var range))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    "Compare the column with a range",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(comparison, range))),
                    nameof(RangeCodeFixProvider)),
                diagnostic);
        }
    }
}
