using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Rules;

/// <summary>The rules' descriptors: id, title, message and default severity of each.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor ModelPartlyVisible = Create(
        RuleIds.ModelPartlyVisible,
        "Model is only partly visible",
        "Nothing can be said of this query: {0}",
        "A rule speaks of a query only where every key and index of its tables is known. This says which query was left out and why. Turn it on with perf_analyzers.report_partial_models = true.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor FilterNotServed = Create(
        RuleIds.FilterNotServed,
        "Filter is not served by any index",
        "No index on '{0}' can serve the filter on {1}: the whole table is scanned; an index on {2} would serve it{3}",
        "A filter whose columns no index starts with reads every row of the table, and takes longer with every row that is added.");

    public static readonly DiagnosticDescriptor CompositeIndexSkipped = Create(
        RuleIds.CompositeIndexSkipped,
        "Composite index is skipped",
        "Index {1} on '{0}' holds '{2}', but '{3}' comes first in it and is not filtered: the whole table is scanned; an index on {4} would serve the query",
        "A composite index is sorted by its leading column. Unless the query constrains that column, the index can't find the rows.");

    public static readonly DiagnosticDescriptor SortNotServed = Create(
        RuleIds.SortNotServed,
        "Sort is not served by an index",
        "No index on '{0}' is sorted by {1}: the whole table is read and sorted to return a few rows{2}",
        "With an index on the sort key a limited query reads a few rows from the end of the index. Without one it reads and sorts them all.");

    public static readonly DiagnosticDescriptor CompositeIndexWouldServe = Create(
        RuleIds.CompositeIndexWouldServe,
        "A composite index would serve the whole query",
        "Index {1} on '{0}' finds rows, but {2} is left to be done row by row; {3} would serve the whole query",
        "An index that holds the columns compared for equality, then those of the order, then the range, returns exactly the rows asked for, in their order.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ExpressionDefeatsIndex = Create(
        RuleIds.ExpressionDefeatsIndex,
        "Expression on a column defeats its index",
        "Index {1} on '{0}' can't be used for '{2}', which is computed for every row: compare '{3}' itself with a value or a range",
        "An index holds the values of a column. What a function, arithmetic or a conversion makes of them the database can only know by computing it for each row.");

    public static readonly DiagnosticDescriptor TextSearch = Create(
        RuleIds.TextSearch,
        "Text search can't use an index",
        "No ordinary index can serve {1} on '{0}': the text of every row is searched",
        "An index is sorted by how a text begins, under the column's collation. A text within, or a start that the collation hides, it can't find.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor JoinKeyNotIndexed = Create(
        RuleIds.JoinKeyNotIndexed,
        "Join key is not indexed",
        "Neither '{0}' nor '{1}' can be looked up by the key they are matched on: one is scanned to match the other; an index on {2} of '{1}' would serve it",
        "A join or correlated subquery reads the matching rows of one table by an index on its key. Where neither side has one, whole tables are compared.");

    public static readonly DiagnosticDescriptor IndexRedundant = Create(
        RuleIds.IndexRedundant,
        "Index is redundant",
        "Index {1} on '{0}' is redundant: index {2} starts with the same columns and serves the same queries",
        "Every index costs time on each insert and update, and room. One whose columns another index starts with is never needed.");

    public static readonly DiagnosticDescriptor IndexNotMigrated = Create(
        RuleIds.IndexNotMigrated,
        "Index is missing from the migrations",
        "The model declares index {1} on '{0}', but the latest migration doesn't know it: add a migration",
        "An index that no migration creates exists in the model and not in the database.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor OrDefeatsIndex = Create(
        RuleIds.OrDefeatsIndex,
        "OR defeats the index",
        "No index on '{0}' can serve {1}, so the OR scans the whole table though the rest of it has an index; an index on {2} would serve it",
        "A database answers an OR by one index for each operand. A single operand without one makes it read every row.");

    public static readonly DiagnosticDescriptor FilterOfLittleSelectivity = Create(
        RuleIds.FilterOfLittleSelectivity,
        "Filter scans the table; an index alone would help little",
        "The filter on '{0}' scans the whole table, and an index alone would help little: {1}",
        "Inequalities keep nearly every row, bool and enum columns have few values, and expressions are computed for each row: an index on them alone seldom pays.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor OptionNotUnderstood = new(
        RuleIds.OptionNotUnderstood,
        "Analyzer option is not understood",
        "'{0} = {1}' is not understood and has no effect; allowed: {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An option in .editorconfig has a value that the analyzer doesn't know.",
        HelpLink(RuleIds.OptionNotUnderstood),
        WellKnownDiagnosticTags.CompilationEnd);

    private const string Category = "Performance.Indexing";

    /// <summary>Every descriptor.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        ModelPartlyVisible, FilterNotServed, CompositeIndexSkipped, SortNotServed, CompositeIndexWouldServe, ExpressionDefeatsIndex, TextSearch,
        JoinKeyNotIndexed, IndexRedundant, IndexNotMigrated, OrDefeatsIndex, FilterOfLittleSelectivity, OptionNotUnderstood);

    private static DiagnosticDescriptor Create(string id, string title, string message, string description, DiagnosticSeverity severity = DiagnosticSeverity.Warning) => new(
        id,
        title,
        message,
        Category,
        severity,
        isEnabledByDefault: true,
        description,
        HelpLink(id));

    private static string HelpLink(string id) => "https://github.com/perftooling/perftooling/blob/main/docs/rules/" + id + ".md";
}
