using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.CodeFixes;

/// <summary>The indexes to add to one entity, and where.</summary>
/// <param name="Advice">The entity and its new indexes.</param>
/// <param name="Site">An expression that is the entity's builder; null to add attributes to the entity.</param>
internal sealed record IndexChange(IndexAdvice Advice, Location? Site)
{
    /// <summary>The change that one diagnostic asks for; null where it advises nothing.</summary>
    public static IndexChange? From(Diagnostic diagnostic) =>
        IndexAdvice.From(diagnostic) is { } advice ? new IndexChange(advice, diagnostic.AdditionalLocations.FirstOrDefault()) : null;

    /// <summary>One change for each entity.</summary>
    public static IEnumerable<IndexChange> Merge(IEnumerable<Diagnostic> diagnostics) =>
        from change in diagnostics.Select(From).OfType<IndexChange>()
        group change by change.Advice.Entity into entity
        select new IndexChange(new IndexAdvice(entity.Key, IndexMerger.Merge(entity.SelectMany(change => change.Advice.Indexes))), entity.First().Site);

    /// <summary>True where the solution has a place to add them.</summary>
    public async Task<bool> CanApplyAsync(Project project, CancellationToken cancellationToken) =>
        (Site?.SourceTree is { FilePath: var path } && DocumentAt(project, path) is not null) || await AttributeIndexWriter.CanAddAsync(project, Advice, cancellationToken).ConfigureAwait(false);

    /// <summary>The solution with the indexes added.</summary>
    public Task<Solution> ApplyAsync(Solution solution, ProjectId project, CancellationToken cancellationToken) =>
        Site?.SourceTree is { FilePath: var path } && DocumentAt(solution.GetProject(project), path) is { } document
            ? FluentIndexWriter.AddAsync(document, Site.SourceSpan, Advice, cancellationToken)
            : AttributeIndexWriter.AddAsync(solution.GetProject(project)!, Advice, cancellationToken);

    /// <summary>By path, since the tree the diagnostic names is replaced as soon as another change edits it.</summary>
    private static Document? DocumentAt(Project? project, string path) =>
        project?.Documents.FirstOrDefault(document => (document.FilePath ?? document.Name) == path);
}
