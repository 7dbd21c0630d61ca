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

    /// <summary>The name of the entity's table in the database. Missing where it isn't known.</summary>
    public const string Table = "table";

    /// <summary>The schema of the table. Missing where code says none.</summary>
    public const string Schema = "schema";

    /// <summary>The columns of <see cref="AdvisedIndexes"/> as the database calls them, in the same order and with the same separators. Missing where the table is.</summary>
    public const string ColumnNames = "columnNames";

    internal static ImmutableDictionary<string, string?> Describe(EntityTable table, IEnumerable<string> columns, ImmutableArray<AdvisedIndex> advice) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Entity, SourceIndex.MetadataName(table.Entity))
            .Add(Columns, string.Join(",", columns.Distinct()))
            .Add(AdvisedIndexes, string.Join(";", advice.Select(index => string.Join(",", index.Columns.Select(column => column.IsDescending ? column.Name + " desc" : column.Name)))))
            .Add(InterchangeableColumns, string.Join(";", advice.Select(index => index.Interchangeable)))
            .AddRange(NamesInDatabase(table, advice));

    private static IEnumerable<KeyValuePair<string, string?>> NamesInDatabase(EntityTable table, ImmutableArray<AdvisedIndex> advice)
    {
        // Of two models that map the entity to different tables, none is known to be the query's.
        if (table.TableNames is not [var name] || advice.IsEmpty)
            yield break;
        var columns = advice.Select(index => index.Columns.Select(column => table.ColumnNames.TryGetValue(column.Name, out var said) ? said : column.Name).ToList()).ToList();
        if (columns.Exists(index => index.Exists(column => column.IndexOfAny([',', ';']) >= 0)))
            yield break;
        yield return new KeyValuePair<string, string?>(Table, name);
        if (table.Schema is not null)
            yield return new KeyValuePair<string, string?>(Schema, table.Schema);
        yield return new KeyValuePair<string, string?>(ColumnNames, string.Join(";", columns.Select(index => string.Join(",", index))));
    }
}
