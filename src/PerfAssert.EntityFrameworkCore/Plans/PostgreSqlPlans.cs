using System.Data.Common;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>
/// Asks PostgreSQL for plans. On small tables its planner rightly scans, so scans are made dear (<c>enable_seqscan=off</c>) and it uses an
/// index wherever one can be used. A hash or merge join of full indexes may still look cheaper on few rows than a lookup, and an index's order
/// cheaper than finding rows by another: so it is asked in several ways, and the plan with the fewest full scans counts.
/// </summary>
internal sealed class PostgreSqlPlans : PlanDatabase
{
    private static readonly string[][] Ways =
    [
        ["enable_seqscan"],
        ["enable_seqscan", "enable_hashjoin", "enable_mergejoin"],
        ["enable_seqscan", "enable_indexscan", "enable_indexonlyscan"],
        ["enable_seqscan", "enable_bitmapscan", "enable_sort"],
    ];

    private static readonly string[] Settings = [.. Ways.SelectMany(way => way).Distinct()];

    public override bool CanQueryBesideReader => false;

    public override QueryPlan Explain(DbConnection connection, string sql, IReadOnlyList<DbParameter> parameters)
    {
        var indexes = Indexes(connection);
        var before = Settings.Select(name => (name, Query(connection, $"SELECT current_setting('{name}')", [], row => row.GetString(0))[0])).ToList();
        try
        {
            QueryPlan? best = null;
            foreach (var way in Ways)
            {
                Set(connection, before.Select(setting => way.Contains(setting.name) ? (setting.name, "off") : setting));
                var json = Query(connection, "EXPLAIN (FORMAT JSON, COSTS OFF) " + sql, parameters, row => row.GetString(0))[0];
                var plan = PostgreSqlPlanReader.Read(sql, json, indexes);
                if (best is null || plan.FullScans.Count() < best.FullScans.Count())
                    best = plan;
                if (!best.FullScans.Any())
                    break;
            }

            return best!;
        }
        finally
        {
            Set(connection, before);
        }
    }

    private static void Set(DbConnection connection, IEnumerable<(string Name, string Value)> settings) =>
        Query(connection, "SELECT " + string.Join(", ", settings.Select(setting => $"set_config('{setting.Name}', '{setting.Value}', false)")), [], _ => 0);

    /// <summary>By name, the indexes that the connection's search path finds; of two of one name, either has the name's meaning to whoever chose it.</summary>
    private static Dictionary<string, PostgreSqlIndex> Indexes(DbConnection connection)
    {
        const string Sql = """
            SELECT c.relname, a.attname, x.indpred IS NOT NULL
            FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[0] AND x.indkey[0] > 0
            WHERE n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')
            """;
        var indexes = new Dictionary<string, PostgreSqlIndex>(StringComparer.Ordinal);
        foreach (var (name, index) in Query(connection, Sql, [], row => (row.GetString(0), new PostgreSqlIndex(row.IsDBNull(1) ? null : row.GetString(1), row.GetBoolean(2)))))
            indexes.TryAdd(name, index);
        return indexes;
    }
}
