using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PerfAnalyzers.CodeFixes;

/// <summary>
/// Adds the indexes that all diagnostics of a document, project or solution advise: each index once, and none that
/// another advised index of the same entity starts with.
/// </summary>
internal sealed class AddIndexFixAllProvider : FixAllProvider
{
    public static AddIndexFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var changes = new List<(Project Project, IndexChange Change)>();
        foreach (var (project, diagnostics) in await GetDiagnosticsAsync(fixAllContext).ConfigureAwait(false))
            changes.AddRange(IndexChange.Merge(diagnostics).Select(change => (project, change)));

        return changes.Count == 0 ? null : CodeAction.Create("Add the advised indexes", ApplyAsync, equivalenceKey: nameof(AddIndexFixAllProvider));

        async Task<Solution> ApplyAsync(CancellationToken cancellationToken)
        {
            // From the end of each file to its start, so that the sites still to come stay where they are.
            var solution = fixAllContext.Solution;
            foreach (var (project, change) in changes.OrderByDescending(item => item.Change.Site?.SourceSpan.Start ?? -1))
                solution = await change.ApplyAsync(solution, project.Id, cancellationToken).ConfigureAwait(false);
            return solution;
        }
    }

    private static async Task<List<(Project Project, IEnumerable<Diagnostic> Diagnostics)>> GetDiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
            return context.Document is { } document ? [(document.Project, await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))] : [];

        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var found = new List<(Project, IEnumerable<Diagnostic>)>();
        foreach (var project in projects)
            found.Add((project, await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
        return found;
    }
}
