using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Rules.Resolution;

namespace PerfAnalyzers.Rules;

/// <summary>Everything a rule about queries looks at.</summary>
/// <param name="Query">The query, its columns resolved.</param>
/// <param name="Databases">The databases it may run on: a rule speaks only of what holds on each.</param>
/// <param name="Settings">The options that hold where the query stands.</param>
internal sealed record QuerySituation(ResolvedQuery Query, ImmutableArray<DatabaseTraits> Databases, AnalyzerSettings Settings)
{
    /// <summary>True for a table that no index is worth while for.</summary>
    public bool IsSmall(EntityTable table) => table.IsSmall || Settings.SmallTables.Contains(table.Entity.Name);

    /// <summary>The syntax at one of the query's sites; that of the query's first site where it stands nowhere.</summary>
    public SyntaxNode? SyntaxAt(int site)
    {
        var sites = Query.Query.Sites;
        return site >= 0 && site < sites.Length ? sites[site] : sites.FirstOrDefault();
    }

    /// <summary>The operand of an AND or OR that a column stands in; the whole filter where it has but one, or stands in another method.</summary>
    public SyntaxNode OperandAt(ColumnPredicate column)
    {
        var whole = Query.Query.Sites[column.Site];
        if (column.ColumnSite < 0 || !whole.Contains(Query.Query.Sites[column.ColumnSite]))
            return whole;
        var operand = Query.Query.Sites[column.ColumnSite];
        while (operand != whole && operand.Parent is { } parent && !parent.IsKind(SyntaxKind.LogicalAndExpression) && !parent.IsKind(SyntaxKind.LogicalOrExpression))
            operand = parent;
        return operand;
    }

    /// <summary>Reports on a table, with what code fixes and tools need to know of it.</summary>
    public Diagnostic Report(
        DiagnosticDescriptor descriptor, Location location, EntityTable table, IEnumerable<string> columns, ImmutableArray<AdvisedIndex> advice, params object[] arguments) =>
        Diagnostic.Create(
            descriptor,
            location,
            table.FluentSite is { } site ? [site] : null,
            DiagnosticProperties.Describe(table, columns, advice),
            arguments);

    /// <summary>Advised indexes as text: <c>(Email) and on (Phone)</c>.</summary>
    public static string Text(ImmutableArray<AdvisedIndex> advice) => string.Join(" and on ", advice);
}
