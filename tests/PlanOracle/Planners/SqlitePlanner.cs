using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>SQLite in memory. Its tables stay empty: without ANALYZE the planner doesn't look at rows.</summary>
internal sealed class SqlitePlanner : IPlanner
{
    public DatabaseKind Database => DatabaseKind.Sqlite;

    public PlanSession Open(Func<DbContextOptions, DbContext> create)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var capture = new CommandCapture();
        var context = create(new DbContextOptionsBuilder().UseSqlite(connection).EnableServiceProviderCaching(false).AddInterceptors(capture).Options);
        Execute(connection, context.Database.GenerateCreateScript() + "PRAGMA automatic_index = off; PRAGMA foreign_keys = off;");
        return new SqliteSession(context, capture, connection);
    }

    public void Dispose()
    {
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
