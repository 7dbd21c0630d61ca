using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PerfAnalyzers.Rules;

namespace PerfAnalyzers.CodeFixes;

/// <summary>
/// Adds the index that a diagnostic advises, as <c>[Index(…)]</c> or as <c>HasIndex(…)</c>: whichever the entity already uses.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddIndexCodeFixProvider))]
[Shared]
public sealed class AddIndexCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.FilterNotServed, RuleIds.CompositeIndexSkipped, RuleIds.SortNotServed, RuleIds.CompositeIndexWouldServe, RuleIds.JoinKeyNotIndexed, RuleIds.OrDefeatsIndex);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AddIndexFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (IndexChange.From(diagnostic) is not { Advice: var advice } change || !await change.CanApplyAsync(project, context.CancellationToken).ConfigureAwait(false))
                continue;

            var title = $"Add index on {advice.EntityName} " + string.Join(" and ", advice.Indexes);

            // One equivalence key for all: "fix all" means every advised index, not the ones on these columns.
            context.RegisterCodeFix(
                CodeAction.Create(title, cancellationToken => change.ApplyAsync(project.Solution, project.Id, cancellationToken), nameof(AddIndexCodeFixProvider)),
                diagnostic);
        }
    }
}
