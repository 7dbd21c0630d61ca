using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>A SQLite database with the schema of one model.</summary>
internal sealed class SqliteSession : PlanSession
{
    private readonly SqliteConnection _connection;
    private readonly SqlitePlanReader _reader;

    public SqliteSession(DbContext context, CommandCapture capture, SqliteConnection connection)
        : base(context, capture)
    {
        _connection = connection;
        var keys = Rows("SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.pk = 1 AND c.type = 'INTEGER'");
        var filtered = Rows("SELECT name, name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'");
        _reader = new SqlitePlanReader(keys.ToDictionary(row => row.First, row => row.Second), filtered.Select(row => row.First).ToHashSet());
    }

    public override PlannerVerdict Explain(CapturedCommand command, CapturedCommand? stripped)
    {
        var (reading, plan) = Explain(command);
        var scans = !reading.Seeks;
        if (scans && stripped is not null)
        {
            var (other, otherPlan) = Explain(stripped);
            scans = !other.Seeks;
            if (!scans)
                plan += "\nwithout order and limit:\n" + otherPlan;
        }

        return new PlannerVerdict(scans, reading.Sorts, reading.RepeatsScan, command.Sql, plan) { ReadsNothing = reading.Accesses.IsEmpty };
    }

    public override void Dispose()
    {
        base.Dispose();
        _connection.Dispose();
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
}
