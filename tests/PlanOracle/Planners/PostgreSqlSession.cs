using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>A schema of the server with the tables of one model.</summary>
internal sealed class PostgreSqlSession(DbContext context, CommandCapture capture, NpgsqlConnection connection) : PlanSession(context, capture)
{
    /// <summary>Scans are made dear on the tables, so that an index is used wherever one can be.</summary>
    private const string Seeking = "enable_seqscan = off";

    /// <summary>Only a bitmap of rows found by an index's conditions stays cheap: an index that is merely read in full does not.</summary>
    private const string ByConditionOnly = "enable_seqscan = off; enable_indexscan = off; enable_indexonlyscan = off";

    /// <summary>Sorting is made dear too, so that an index's order is used wherever it can be.</summary>
    private const string Ordered = "enable_seqscan = off; enable_sort = off; enable_mergejoin = off";

    /// <summary>Rows are looked up one by one wherever an index on the join key can do it.</summary>
    private const string LookingUp = "enable_seqscan = off; enable_hashjoin = off; enable_mergejoin = off";

    private PostgreSqlPlanReader _reader = null!;
    private string _schema = "";
    private string _settings = "";

    /// <summary>Creates the tables and fills them.</summary>
    public void Create(string schema)
    {
        _schema = schema;
        Execute($"CREATE SCHEMA {schema}");
        Execute(Context.Database.GenerateCreateScript());
        Execute("SET session_replication_role = replica");
        Execute(string.Join("\n", Context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Select(PostgreSqlRows.Insert)));
        Execute("ANALYZE " + string.Join(", ", Context.Model.GetRelationalModel().Tables.Select(table => $"\"{table.Name}\"")));
        _reader = new PostgreSqlPlanReader(Indexes());
    }

    public override PlannerVerdict Explain(CapturedCommand command, Func<CapturedCommand?> strip)
    {
        var (reading, plan) = Explain(command, Seeking);
        var scans = !reading.Seeks;
        var others = scans ? Others() : [];
        foreach (var (other, settings, difference) in others)
        {
            var (otherReading, otherPlan) = Explain(other, settings);
            if (!otherReading.Seeks)
                continue;
            scans = false;
            plan += $"\n{difference}{settings}:\n{otherPlan}";
            break;
        }

        return new PlannerVerdict(scans, reading.Sorts && Explain(command, Ordered).Reading.Sorts, Explain(command, LookingUp).Reading.RepeatsScan, command.Sql, plan)
        {
            ReadsNothing = reading.Accesses.IsEmpty,
        };

        IEnumerable<(CapturedCommand Command, string Settings, string Difference)> Others()
        {
            yield return (command, ByConditionOnly, "");
            if (strip() is not { } stripped)
                yield break;
            yield return (stripped, Seeking, "without order and limit, ");
            yield return (stripped, ByConditionOnly, "without order and limit, ");
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        Execute($"DROP SCHEMA {_schema} CASCADE");
        connection.Dispose();
    }

    private (PlanReading Reading, string Plan) Explain(CapturedCommand captured, string settings)
    {
        if (settings != _settings)
        {
            Execute("RESET ALL; SET search_path = " + _schema + "; " + string.Concat(settings.Split("; ").Select(setting => $"SET {setting};")));
            _settings = settings;
        }

        using var command = new NpgsqlCommand("EXPLAIN (FORMAT JSON, COSTS OFF) " + captured.Sql, connection);
        foreach (DbParameter parameter in captured.Parameters)
            command.Parameters.Add(((NpgsqlParameter)parameter).Clone());
        var json = (string)command.ExecuteScalar()!;
        return (_reader.Read(captured.Sql, json), json);
    }

    private Dictionary<string, PostgreSqlIndex> Indexes()
    {
        const string Sql = """
            SELECT c.relname, a.attname, pg_get_expr(x.indpred, x.indrelid)
            FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[0]
            WHERE n.nspname = current_schema()
            """;
        using var command = new NpgsqlCommand(Sql, connection);
        using var reader = command.ExecuteReader();
        var indexes = new Dictionary<string, PostgreSqlIndex>();
        while (reader.Read())
            indexes.Add(reader.GetString(0), new PostgreSqlIndex(reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        return indexes;
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
