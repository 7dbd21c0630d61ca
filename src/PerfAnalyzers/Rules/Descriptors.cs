using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Rules;

/// <summary>The rules' descriptors: id, title, message and default severity of each.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor FilterNotServed = Create(
        RuleIds.FilterNotServed,
        "Filter is not served by any index",
        "No index on '{0}' can serve the filter on {1}: the whole table is scanned; an index on {2} would serve it",
        "A filter whose columns no index starts with reads every row of the table, and takes longer with every row that is added.");

    public static readonly DiagnosticDescriptor CompositeIndexSkipped = Create(
        RuleIds.CompositeIndexSkipped,
        "Composite index is skipped",
        "Index {1} on '{0}' holds '{2}', but '{3}' comes first in it and is not filtered: the whole table is scanned; an index on {4} would serve the query",
        "A composite index is sorted by its leading column. Unless the query constrains that column, the index can't find the rows.");

    private static DiagnosticDescriptor Create(string id, string title, string message, string description) => new(
        id,
        title,
        message,
        category: "Performance.Indexing",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description,
        helpLinkUri: "https://github.com/perftooling/perftooling/blob/main/docs/rules/" + id + ".md");
}
