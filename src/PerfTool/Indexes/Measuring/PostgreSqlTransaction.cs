using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using PerfTool.Cli;
using PerfTool.Indexes.Scripts;

namespace PerfTool.Indexes.Measuring;

/// <summary>A transaction on a PostgreSQL database that is rolled back. While it lasts, tables with new indexes can be read and not written.</summary>
internal sealed class PostgreSqlTransaction : TrialDatabase
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgreSqlTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, TimeSpan timeout)
        : base(timeout)
    {
        _connection = connection;
        _transaction = transaction;
    }

    /// <inheritdoc/>
    protected override DbConnection Connection => _connection;

    /// <summary>Connects and begins the transaction.</summary>
    /// <exception cref="ToolException">The server can't be reached, or the connection string isn't one.</exception>
    public static async Task<PostgreSqlTransaction> BeginAsync(string connectionString, TimeSpan timeout, CancellationToken cancellationToken)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var trial = new PostgreSqlTransaction(connection, await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false), timeout);
            var milliseconds = ((long)timeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

            // Whoever waits for the lock of a CREATE INDEX holds up all who come after: better to give up.
            await trial.ExecuteAsync($"SET LOCAL statement_timeout = {milliseconds}; SET LOCAL lock_timeout = 5000", cancellationToken).ConfigureAwait(false);
            return trial;
        }
        catch (Exception e) when (e is DbException or ArgumentException or System.Net.Sockets.SocketException)
        {
            if (connection is not null)
                await connection.DisposeAsync().ConfigureAwait(false);
            throw new ToolException($"PostgreSQL can't be reached with --connection: {e.Message} For example: --connection \"Host=localhost;Username=postgres;Database=app\"", e);
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlySet<string>> IndexNamesAsync(CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT indexname FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'information_schema')", row => row.GetString(0), cancellationToken).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task CreateAsync(IReadOnlyList<TrialIndex> indexes, CancellationToken cancellationToken)
    {
        await ExecuteAsync("SAVEPOINT perftool_indexes", cancellationToken).ConfigureAwait(false);
        foreach (var index in indexes)
            await CreateOneAsync(index, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task RemoveAsync(CancellationToken cancellationToken) => ExecuteAsync("ROLLBACK TO SAVEPOINT perftool_indexes", cancellationToken);

    /// <inheritdoc/>
    public override async Task<string> PlanAsync(string sql, CancellationToken cancellationToken)
    {
        var json = (await QueryAsync("EXPLAIN (FORMAT JSON, COSTS OFF) " + sql, row => row.GetString(0), cancellationToken).ConfigureAwait(false))[0];
        using var plan = JsonDocument.Parse(json);
        return string.Join(", ", Steps(plan.RootElement[0].GetProperty("Plan")));
    }

    /// <inheritdoc/>
    public override async Task<string?> DoubtAsync(IReadOnlyList<TrialIndex> indexes, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", indexes.Select(index => Identifiers.Text(index.Name, PerfAnalyzers.AccessPaths.Database.PostgreSql)));
        var early = await QueryAsync($"SELECT c.relname FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid WHERE x.indcheckxmin AND c.relname IN ({names})", row => row.GetString(0), cancellationToken).ConfigureAwait(false);
        return early.Count == 0 ? null : $"rows were updated lately, so PostgreSQL does not use {string.Join(", ", early)} in the transaction that creates it. Measure on a restored copy, or after VACUUM";
    }

    /// <inheritdoc/>
    public override async Task<T> ReadOnlyAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        // The database itself refuses what a SELECT could do behind our back, such as nextval; an error or a timeout is undone along with it.
        await ExecuteAsync("SAVEPOINT perftool_queries; SET LOCAL transaction_read_only = on", cancellationToken).ConfigureAwait(false);
        var result = await work().ConfigureAwait(false);
        await ExecuteAsync("ROLLBACK TO SAVEPOINT perftool_queries", cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        // Also after an error, which has ended the transaction for the server already.
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static IEnumerable<string> Steps(JsonElement node)
    {
        var type = Text(node, "Node Type");
        var inner = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().SelectMany(Steps) : [];
        var own = type switch
        {
            "Sort" or "Incremental Sort" => ["sort"],
            "Index Scan" or "Index Only Scan" or "Bitmap Index Scan" => [$"{(node.TryGetProperty("Index Cond", out _) ? "seek" : "scan")} {Text(node, "Index Name")}"],
            "Seq Scan" or "Sample Scan" => [$"scan {Text(node, "Relation Name")}"],
            _ => Array.Empty<string>(),
        };
        return own.Concat(inner);
    }

    private static string Text(JsonElement node, string property) => node.TryGetProperty(property, out var value) ? value.ToString() : "";
}
