using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Congregation.Tests.QueryPlans;

/// <summary>What SQLite's EXPLAIN QUERY PLAN says of a command.</summary>
public sealed partial record QueryPlan(RecordedCommand Command, IReadOnlyList<string> Rows)
{
    /// <summary>
    /// The tables a filtered command reads from end to end. A plan row names the table's alias: <c>SCAN i</c>,
    /// or <c>SCAN i USING INDEX …</c> where the whole index is read instead.
    /// </summary>
    public IEnumerable<string> ScannedTables =>
        from row in Rows
        let scan = ScanRow().Match(row)
        where scan.Success && Command.Sql.Contains("WHERE", StringComparison.Ordinal)
        let alias = scan.Groups["alias"].Value
        where !IsSubquery(alias)
        select TableOf(alias);

    public static QueryPlan Explain(SqliteConnection connection, RecordedCommand command)
    {
        using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.Sql;
        foreach (var parameter in command.Parameters)
            explain.Parameters.AddWithValue(parameter.Name, parameter.Value ?? DBNull.Value);

        var rows = new List<string>();
        using var reader = explain.ExecuteReader();
        while (reader.Read())
            rows.Add(reader.GetString(reader.GetOrdinal("detail")));
        return new QueryPlan(command, rows);
    }

    /// <summary>A subquery's result is read from end to end by design; how its own tables are read is another row.</summary>
    private bool IsSubquery(string alias) => Command.Sql.Contains($") AS \"{alias}\"", StringComparison.Ordinal);

    private string TableOf(string alias)
    {
        var declared = TableReference().Matches(Command.Sql).FirstOrDefault(match => match.Groups["alias"].Value == alias);
        return declared?.Groups["table"].Value ?? alias;
    }

    // Not "SCAN CONSTANT ROW", "SCAN (subquery-1)" or a virtual table such as json_each: no table of ours is read there.
    [GeneratedRegex(@"^SCAN (?!CONSTANT ROW)(?<alias>\w+)(?!.*VIRTUAL TABLE)")]
    private static partial Regex ScanRow();

    [GeneratedRegex("""
        "(?<table>\w+)" AS "(?<alias>\w+)"
        """)]
    private static partial Regex TableReference();
}
