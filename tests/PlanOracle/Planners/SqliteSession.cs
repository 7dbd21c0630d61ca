using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>A SQLite database with the schema of one model.</summary>
internal sealed partial class SqliteSession : PlanSession
{
    private readonly SqliteConnection _connection;
    private readonly SqlitePlanReader _reader;
    private readonly ILookup<string, string> _indexes;

    public SqliteSession(DbContext context, CommandCapture capture, SqliteConnection connection)
        : base(context, capture)
    {
        _connection = connection;
        var keys = Rows("SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.pk = 1 AND c.type = 'INTEGER'");
        var filters = Rows("SELECT name, substr(sql, instr(sql, ' WHERE ')) FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'");
        _indexes = Rows("SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'").ToLookup(row => row.First, row => row.Second);
        _reader = new SqlitePlanReader(keys.ToDictionary(row => row.First, row => row.Second), filters.ToDictionary(row => row.First, row => row.Second));
    }

    public override PlannerVerdict Explain(CapturedCommand command, Func<CapturedCommand?> strip)
    {
        var (reading, plan) = Explain(command);
        var scans = !reading.Seeks;
        foreach (var other in scans ? Others() : [])
        {
            if (TryExplain(other) is not var (otherReading, otherPlan) || !otherReading.Seeks)
                continue;
            scans = false;
            plan += $"\nbut for {other.Sql}\n{otherPlan}";
            break;
        }

        var sorts = reading.Sorts && Forced(command).All(forced => TryExplain(forced) is not var (other, _) || other.Sorts);
        return new PlannerVerdict(scans, sorts, reading.RepeatsScan, command.Sql, plan) { ReadsNothing = reading.Accesses.IsEmpty };

        IEnumerable<CapturedCommand> Others()
        {
            foreach (var forced in Forced(command))
                yield return forced;
            if (strip() is not { } stripped)
                yield break;
            yield return stripped;
            foreach (var forced in Forced(stripped))
                yield return forced;
        }
    }

    /// <summary>The command with each index of its tables forced upon it: what the index can do, whatever the planner would choose.</summary>
    private IEnumerable<CapturedCommand> Forced(CapturedCommand command)
    {
        foreach (Match table in TableReference().Matches(command.Sql))
        {
            foreach (var index in _indexes[table.Groups["table"].Value].Select(name => $"INDEXED BY \"{name}\"").Append("NOT INDEXED"))
                yield return command with { Sql = command.Sql.Insert(table.Index + table.Length, $" {index}") };
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _connection.Dispose();
    }

    /// <summary>Null where SQLite can't use the index that is forced upon it.</summary>
    private (PlanReading Reading, string Plan)? TryExplain(CapturedCommand captured)
    {
        try
        {
            return Explain(captured);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private (PlanReading Reading, string Plan) Explain(CapturedCommand captured)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + captured.Sql;
        foreach (var parameter in captured.Parameters)
            command.Parameters.AddWithValue(parameter.ParameterName, parameter.Value ?? DBNull.Value);

        var rows = new List<SqlitePlanRow>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                rows.Add(new SqlitePlanRow(reader.GetInt32(0), reader.GetInt32(1), reader.GetString(3)));
        }

        return (_reader.Read(captured.Sql, rows), string.Join("\n", rows.Select(row => row.Detail)));
    }

    private List<(string First, string Second)> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<(string, string)>();
        while (reader.Read())
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    [GeneratedRegex("""
        "(?<table>\w+)" AS "\w+"
        """)]
    private static partial Regex TableReference();
}
