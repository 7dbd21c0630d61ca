using Microsoft.EntityFrameworkCore;
using Npgsql;
using PerfTooling.Shared;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>A PostgreSQL server; each model gets a schema of its own.</summary>
internal sealed class PostgreSqlPlanner : IPlanner
{
    private readonly PostgreSqlServer _server;
    private int _schemas;

    private PostgreSqlPlanner(PostgreSqlServer server) => _server = server;

    public DatabaseKind Database => DatabaseKind.PostgreSql;

    public static PostgreSqlPlanner Start() => new(PostgreSqlServer.Start());

    public PlanSession Open(Func<DbContextOptions, DbContext> create)
    {
        var schema = $"m{Interlocked.Increment(ref _schemas)}";
        var connection = new NpgsqlConnection(_server.ConnectionString + $";Search Path={schema};Pooling=false");
        connection.Open();
        var capture = new CommandCapture();
        var context = create(new DbContextOptionsBuilder().UseNpgsql(connection).EnableServiceProviderCaching(false).AddInterceptors(capture).Options);
        var session = new PostgreSqlSession(context, capture, connection);
        session.Create(schema);
        return session;
    }

    public void Dispose() => _server.Dispose();
}
