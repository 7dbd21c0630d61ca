using PerfAnalyzers.AccessPaths;

namespace PerfTool.Indexes.Merging;

/// <summary>Merges the advice for many queries into the fewest indexes, table by table.</summary>
internal static class AdviceMerger
{
    /// <summary>The indexes to create. The order of the findings, and a finding that comes twice, make no difference.</summary>
    public static IReadOnlyList<MissingIndex> Merge(IEnumerable<QueryFinding> findings)
    {
        // What comes twice, as of a project that is compiled for several target frameworks, folds into itself.
        var ordered = findings
            .OrderBy(finding => finding.Site.File, StringComparer.Ordinal).ThenBy(finding => finding.Site.Line).ThenBy(finding => finding.Column).ThenBy(finding => finding.Site.RuleId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Entity, StringComparer.Ordinal).ThenBy(Text, StringComparer.Ordinal)
            .ToList();
        var tables = ordered.Where(finding => finding.Table is not null).DistinctBy(finding => finding.Entity).ToDictionary(finding => finding.Entity, finding => finding.Table, StringComparer.Ordinal);

        // The types of a hierarchy share a table, and so do their indexes.
        return
        [
            .. ordered.GroupBy(finding => tables.GetValueOrDefault(finding.Entity) is { } table ? (table, "") : ((TableName?)null, finding.Entity))
                .SelectMany(group => Merge(group.Key.Item1, [.. group]))
                .OrderBy(index => index.Table?.ToString() ?? index.EntityName, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<MissingIndex> Merge(TableName? table, List<QueryFinding> findings)
    {
        var names = findings.SelectMany(finding => finding.ColumnNames).DistinctBy(name => name.Key).ToDictionary(name => name.Key, name => name.Value, StringComparer.Ordinal);
        foreach (var index in IndexMerger.Merge(findings.SelectMany(finding => finding.Advised)))
        {
            var served = findings.Where(finding => finding.Advised.Any(advised => Serves(index, advised))).ToList();
            yield return new MissingIndex(
                served[0].Entity,
                table,
                [.. index.Columns.Select(column => new IndexedColumn(column.Name, names.GetValueOrDefault(column.Name, column.Name), column.IsDescending))],
                [.. served.Select(finding => finding.Site).Distinct()]);
        }
    }

    /// <summary>Whether an index does what the advised one would: the columns compared for equality first, in any order, then the others as advised.</summary>
    internal static bool Serves(AdvisedIndex index, AdvisedIndex advised) =>
        index.Columns.Length >= advised.Columns.Length
        && index.Columns.Take(advised.Interchangeable).Select(column => column.Name).ToHashSet(StringComparer.Ordinal).SetEquals(advised.Columns.Take(advised.Interchangeable).Select(column => column.Name))
        && index.Columns.Skip(advised.Interchangeable).Take(advised.Columns.Length - advised.Interchangeable).SequenceEqual(advised.Columns.Skip(advised.Interchangeable));

    private static string Text(QueryFinding finding) => string.Join(';', finding.Advised.Select(index => $"{index.Interchangeable}{index}"));
}
