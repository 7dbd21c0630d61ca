using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Rules;

/// <summary>
/// The keys of a diagnostic's properties. Code fixes read them, and so do tools that read a build's SARIF log
/// (<c>properties.customProperties</c> of a result).
/// </summary>
public static class DiagnosticProperties
{
    /// <summary>The metadata name of the entity type: <c>Shop.Order</c>.</summary>
    public const string Entity = "entity";

    /// <summary>The columns it is about, separated by commas: <c>Status,CreatedAt</c>.</summary>
    public const string Columns = "columns";

    /// <summary>
    /// The indexes that would serve the query: columns separated by commas, <c>desc</c> after one that descends, indexes separated by
    /// semicolons (an OR needs one for each operand): <c>CustomerId,CreatedAt desc</c>.
    /// </summary>
    public const string AdvisedIndexes = "advisedIndexes";

    /// <summary>
    /// For each advised index the number of its leading columns that are compared for equality, separated by semicolons: their order is
    /// free, so that the advice for several queries can be merged.
    /// </summary>
    public const string InterchangeableColumns = "interchangeableColumns";

    internal static ImmutableDictionary<string, string?> Describe(EntityTable table, IEnumerable<string> columns, ImmutableArray<AdvisedIndex> advice) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Entity, SourceIndex.MetadataName(table.Entity))
            .Add(Columns, string.Join(",", columns.Distinct()))
            .Add(AdvisedIndexes, string.Join(";", advice.Select(index => string.Join(",", index.Columns.Select(column => column.IsDescending ? column.Name + " desc" : column.Name)))))
            .Add(InterchangeableColumns, string.Join(";", advice.Select(index => index.Interchangeable)));
}
