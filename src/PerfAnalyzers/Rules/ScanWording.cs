using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Queries;

namespace PerfAnalyzers.Rules;

/// <summary>Words a scan as the diagnostic of the rule it belongs to.</summary>
internal static class ScanWording
{
    /// <summary>The diagnostic, or null where no rule speaks of this scan.</summary>
    public static Diagnostic? Describe(Scan scan, TableShape shape, QueryShape query, EntityTable table)
    {
        var advice = IndexAdvisor.Advise(shape);
        if (advice.IsEmpty)
            return null;

        var entity = table.Entity.Name;
        var advised = string.Join(" and on ", advice.Select(columns => "(" + string.Join(", ", columns) + ")"));
        return scan switch
        {
            { Reason: ScanReason.NoIndex } =>
                Create(Descriptors.FilterNotServed, scan.Columns, [entity, Quoted(scan.Columns), advised]),
            { Reason: ScanReason.LeadingColumnNotConstrained, Skipped: var (index, predicate) } =>
                Create(Descriptors.CompositeIndexSkipped, ImmutableArray.Create(predicate), [entity, index, predicate.Column, index.Columns[0].Name, advised]),
            _ => null,
        };

        Diagnostic Create(DiagnosticDescriptor descriptor, ImmutableArray<ColumnPredicate> predicates, object[] arguments) => Diagnostic.Create(
            descriptor,
            query.Sites[predicates.First(predicate => predicate.Site != ColumnPredicate.QueryFilterSite).Site].GetLocation(),
            table.FluentSite is { } site ? [site] : null,
            Properties(),
            arguments);

        ImmutableDictionary<string, string?> Properties() => ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.Entity, SourceIndex.MetadataName(table.Entity))
            .Add(DiagnosticProperties.Columns, string.Join(",", scan.Columns.Select(predicate => predicate.Column).Distinct()))
            .Add(DiagnosticProperties.AdvisedIndexes, string.Join(";", advice.Select(columns => string.Join(",", columns))));
    }

    private static string Quoted(ImmutableArray<ColumnPredicate> predicates) =>
        string.Join(", ", predicates.Where(predicate => predicate.Site != ColumnPredicate.QueryFilterSite).Select(predicate => $"'{predicate.Column}'").Distinct());
}
