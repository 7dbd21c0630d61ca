using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>Reads what SQLite's EXPLAIN QUERY PLAN says.</summary>
/// <param name="rowIds">For each table whose key is the row's id, the key's column.</param>
/// <param name="filters">For each index that holds only some rows, the SQL of its filter.</param>
internal sealed partial class SqlitePlanReader(IReadOnlyDictionary<string, string> rowIds, IReadOnlyDictionary<string, string> filters)
{
    public PlanReading Read(string sql, IReadOnlyList<SqlitePlanRow> rows)
    {
        var tables = TableReference().Matches(sql).GroupBy(match => match.Groups["alias"].Value).ToDictionary(group => group.Key, group => group.First().Groups["table"].Value);
        var parents = rows.ToDictionary(row => row.Id, row => row.Parent);
        var correlated = rows.Where(row => row.Detail.StartsWith("CORRELATED", StringComparison.Ordinal)).Select(row => row.Id).ToHashSet();
        var scopes = rows.Where(row => row.Detail.Contains("SUBQUERY") || row.Detail.StartsWith("MATERIALIZE", StringComparison.Ordinal) || row.Detail.StartsWith("CO-ROUTINE", StringComparison.Ordinal))
            .Select(row => row.Id).ToHashSet();
        var entered = new HashSet<int>();
        var accesses = ImmutableArray.CreateBuilder<TableAccess>();
        foreach (var row in rows)
        {
            var match = Access().Match(row.Detail);
            if (!match.Success)
                continue;

            // The first table of each scope is read once each time the scope is entered; those after it once for each of its rows.
            var isCorrelated = Ancestors(row).Any(correlated.Contains);
            var isFirst = entered.Add(Ancestors(row).FirstOrDefault(scopes.Contains));
            var alias = match.Groups["alias"].Value;
            if (tables.TryGetValue(alias, out var table))
                accesses.Add(new TableAccess(alias, Kind(match, sql, table, isCorrelated || !isFirst), !isCorrelated && !row.Detail.Contains("LEFT-JOIN") && (isFirst || !row.Detail.Contains($"{alias} EXISTS")), isCorrelated || !isFirst));
        }

        return new PlanReading(accesses.ToImmutable(), rows.Any(row => row.Detail == "USE TEMP B-TREE FOR ORDER BY"));

        IEnumerable<int> Ancestors(SqlitePlanRow row)
        {
            for (var id = row.Parent; id != 0 && parents.TryGetValue(id, out var next); id = next)
                yield return id;
        }
    }

    private AccessKind Kind(Match access, string sql, string table, bool isRepeated)
    {
        if (access.Groups["verb"].Value == "SCAN")
            return filters.TryGetValue(access.Groups["index"].Value, out var filter) ? FilteredIndex.Kind(filter, sql) : AccessKind.Scan;

        // "SEARCH t" alone, or with an index but no column: MAX or MIN read in the index's order until a row matches.
        var column = access.Groups["column"].Value;
        if (column.Length == 0)
            return AccessKind.Scan;
        if (column == "rowid" && rowIds.TryGetValue(table, out var key))
            column = key;
        return SqlComparisons.Of(sql, access.Groups["alias"].Value, column).IsSeek(access.Groups["operator"].Value == "=", isRepeated) ? AccessKind.Seek : AccessKind.Lookup;
    }

    [GeneratedRegex("""
        "(?<table>\w+)" AS "(?<alias>\w+)"
        """)]
    private static partial Regex TableReference();

    // Not "SCAN CONSTANT ROW", nor a virtual table such as json_each: no table of the model is read there.
    [GeneratedRegex(@"^(?<verb>SCAN|SEARCH) (?!CONSTANT ROW)(?<alias>\w+)(?!.*VIRTUAL TABLE)(?: EXISTS)?(?: USING (?:INTEGER PRIMARY KEY|PRIMARY KEY|(?:COVERING )?INDEX (?<index>\S+)))?(?: \((?<column>\w+)(?<operator>[=<>]))?")]
    private static partial Regex Access();
}
