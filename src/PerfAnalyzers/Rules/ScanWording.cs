using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Rules;

/// <summary>Words a scan as the diagnostic of the rule it belongs to.</summary>
internal static class ScanWording
{
    /// <summary>How many of a table's indexes a message names.</summary>
    private const int MaxIndexesNamed = 4;

    /// <summary>The diagnostic, or null where no rule speaks of this scan.</summary>
    public static Diagnostic? Describe(QuerySituation situation, TableShape shape, EntityTable table, Scan scan, DatabaseTraits database)
    {
        if (PredicateSite.Of(scan.Culprit) is not { } site || situation.SyntaxAt(site) is not { } syntax)
            return null;

        var entity = table.Entity.Name;
        var advice = scan.Reason is ScanReason.NoIndex or ScanReason.LeadingColumnNotConstrained or ScanReason.OperandOfOr
            ? situation.Query.Query.IsCertain ? IndexAdvisor.Advise(shape, table.Indexes, database) : IndexAdvisor.ForEach(scan.Columns)
            : ImmutableArray<AdvisedIndex>.Empty;
        switch (scan)
        {
            case { Reason: ScanReason.NoIndex } when !advice.IsEmpty:
                return Report(Descriptors.FilterNotServed, WholePredicate(syntax), scan.Columns, entity, Quoted(scan.Columns), QuerySituation.Text(advice), Existing(table));
            case { Reason: ScanReason.LeadingColumnNotConstrained, Index: { } index, Culprit: ColumnPredicate column } when !advice.IsEmpty:
                return Report(Descriptors.CompositeIndexSkipped, WholePredicate(syntax), [column], entity, index, column.Column, index.Columns[0].Name, QuerySituation.Text(advice));
            case { Reason: ScanReason.OperandOfOr } when !advice.IsEmpty:
                return Report(Descriptors.OrDefeatsIndex, scan.Culprit is ColumnPredicate or ? situation.OperandAt(or) : syntax, scan.Columns, entity, Quoted(scan.Columns), QuerySituation.Text(advice));
            case { Reason: ScanReason.ExpressionOnColumn, Index: { } index, Culprit: ColumnExpressionPredicate expression }:
                return Report(Descriptors.ExpressionDefeatsIndex, syntax, [], entity, index, expression.Expression, expression.Column);
            case { Reason: ScanReason.TextSearch, Culprit: TextSearchPredicate search }:
                return Report(Descriptors.TextSearch, syntax, [], entity, $"{search.Method} of '{search.Column}'");
            case { Reason: ScanReason.TextSearch, Culprit: ColumnPredicate search }:
                return Report(Descriptors.TextSearch, syntax, [search], entity, $"the start of '{search.Column}'");
            case { Reason: ScanReason.NothingToIndex }:
                return Report(Descriptors.FilterOfLittleSelectivity, WholePredicate(syntax), [], entity, WhyLittle(scan.Culprit));
            default:
                return null;
        }

        Diagnostic Report(DiagnosticDescriptor descriptor, SyntaxNode at, IEnumerable<ColumnPredicate> columns, params object[] arguments) =>
            situation.Report(descriptor, at.GetLocation(), table, columns.Select(predicate => predicate.Column), advice, arguments);
    }

    /// <summary>The whole condition that a comparison, or one side of it, is an operand of: what is missing is an index for all of it.</summary>
    private static SyntaxNode WholePredicate(SyntaxNode syntax)
    {
        while (syntax.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression })
        {
            syntax = syntax.Parent;
        }

        return syntax;
    }

    private static string WhyLittle(Predicate? culprit) => culprit switch
    {
        ColumnPredicate { Comparison: Comparison.Inequality } column => $"nearly every row passes the test of '{column.Column}'",
        ColumnPredicate { Comparison: Comparison.NotNull } column => $"'{column.Column}' is only asked not to be null",
        ColumnPredicate { HasFewValues: true } column => $"'{column.Column}' has few values",
        ColumnPredicate column => $"'{column.Column}' is compared by a function",
        ColumnExpressionPredicate expression => $"'{expression.Expression}' is computed for every row",
        _ => "no index can be searched for what it tests",
    };

    /// <summary>The indexes there are and why they can't be used.</summary>
    private static string Existing(EntityTable table)
    {
        var reasons = table.Indexes
            .GroupBy(index => index switch
            {
                { IsFiltered: true } => "some rows only",
                { IsBTree: false } => "not ordered",
                _ => "other columns first",
            })
            .Select(same => $"{string.Join(", ", same.Select(index => index.ToString()).Distinct().Take(MaxIndexesNamed))}{(same.Count() > MaxIndexesNamed ? " …" : "")}: {same.Key}")
            .ToList();
        return reasons.Count == 0 ? "" : $" (now {string.Join("; ", reasons)})";
    }

    private static string Quoted(ImmutableArray<ColumnPredicate> predicates) =>
        string.Join(", ", predicates.Select(predicate => $"'{predicate.Column}'").Distinct());
}
