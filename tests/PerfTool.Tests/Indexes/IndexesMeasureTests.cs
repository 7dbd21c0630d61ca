using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;
using PerfTooling.Shared;

namespace PerfTool.Tests.Indexes;

public sealed class IndexesMeasureTests : IDisposable
{
    private const string Queries = "-- name: ByEmail\nSELECT * FROM \"Orders\" WHERE \"Email\" = 'e4000';\n-- name: All\nSELECT COUNT(\"Note\") FROM \"Orders\";";

    private readonly TemporaryFolder _folder = new();

    public IndexesMeasureTests()
    {
        _folder.Write("build.sarif", SarifText.Log(SarifText.Advice("Shop.Order", "Email", "1")));
        _folder.Write("queries.sql", Queries);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "shop.db")};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = wal; CREATE TABLE \"Orders\" (\"Id\" INTEGER PRIMARY KEY, \"Email\" TEXT, \"Note\" TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO \"Orders\" SELECT i, 'e' || i, 'note' FROM n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_query_that_the_index_serves_is_told_with_its_rows_and_its_way() =>
        Assert.Matches(@"(?m)^ByEmail +1 .* scan Orders → seek IX_Orders_Email *$", (await SqliteAsync()).Output);

    [Fact]
    public async Task A_query_that_no_index_serves_gains_nothing() =>
        Assert.Matches(@"(?m)^All +1 .* ms +none .* scan Orders *$", (await SqliteAsync()).Output);

    [Fact]
    public async Task A_SQLite_database_and_its_folder_stay_as_they_are()
    {
        var before = State();

        await SqliteAsync();

        Assert.Equal(before, State());
    }

    [Fact]
    public async Task A_statement_that_changes_something_is_refused_before_anything_is_done()
    {
        _folder.Write("queries.sql", "DELETE FROM \"Orders\"");

        var run = await SqliteAsync();

        Assert.Equal((2, "perftool: queries.sql: query 1 is no SELECT, but begins with DELETE. Only queries that change nothing are measured: take it out.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_query_that_takes_longer_than_it_may_is_broken_off()
    {
        _folder.Write("queries.sql", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n");

        Assert.Matches(@"(?m)^query 1 +> 1 s +> 1 s +none", (await SqliteAsync("--timeout", "1", "--rounds", "1")).Output);
    }

    [Theory]
    [InlineData("Data Source=nowhere.db", "nowhere.db is not there")]
    [InlineData("Data Source=:memory:", "--connection names no database file")]
    [InlineData("Host=x", "--connection is no connection string of SQLite")]
    [InlineData("Data Source=queries.sql", "queries.sql can't be copied")]
    public async Task What_is_no_database_is_said_to_be_none(string connection, string problem)
    {
        var run = await Tool.RunAsync(_folder.Path, "indexes", "measure", "--sarif", "build.sarif", "--sql", "queries.sql", "--provider", "sqlite", "--connection", connection);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_said_to_be_missing()
    {
        _folder.Write("build.sarif", SarifText.Log(SarifText.Advice("Shop.Payment", "Email", "1")));

        Assert.Contains("IX_Payments_Email on Payments (Email) can't be created: SQLite Error 1: 'no such table: main.Payments'", (await SqliteAsync()).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rounds", "0")]
    [InlineData("--runs", "1000000")]
    [InlineData("--timeout", "-1")]
    public async Task Rounds_runs_and_seconds_have_bounds(string option, string value) => Assert.Equal(2, (await SqliteAsync(option, value)).ExitCode);

    [PostgreSqlFact]
    public async Task A_PostgreSQL_database_stays_as_it_is()
    {
        using var server = PostgreSqlServer.Start();
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        Execute(connection, "CREATE SEQUENCE numbers; CREATE TABLE \"Orders\" (\"Id\" serial PRIMARY KEY, \"Email\" text, \"Note\" text); INSERT INTO \"Orders\" (\"Email\", \"Note\") SELECT 'e' || i, 'note' FROM generate_series(1, 5000) i; ANALYZE");
        var before = PostgreSqlState(connection);

        var run = await PostgreSqlAsync(server);
        _folder.Write("queries.sql", "SELECT nextval('numbers')");
        var refused = await PostgreSqlAsync(server);
        _folder.Write("queries.sql", "SELECT pg_sleep(60)");
        var brokenOff = await PostgreSqlAsync(server, "--timeout", "1", "--rounds", "1");

        Assert.Matches(@"(?m)^ByEmail +1 .* scan Orders → seek IX_Orders_Email *$", run.Output);
        Assert.Contains("The database does not run 'query 1': 25006: cannot execute nextval() in a read-only transaction", refused.Error, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^query 1 +> 1 s +> 1 s +none", brokenOff.Output);
        Assert.Equal(before, PostgreSqlState(connection));
    }

    [PostgreSqlFact]
    public async Task An_index_that_PostgreSQL_would_not_use_in_the_transaction_is_told()
    {
        using var server = PostgreSqlServer.Start();
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        Execute(connection, "CREATE TABLE \"Orders\" (\"Id\" serial PRIMARY KEY, \"Email\" text, \"Note\" text) WITH (fillfactor = 50); INSERT INTO \"Orders\" (\"Email\", \"Note\") SELECT 'e' || i, 'note' FROM generate_series(1, 5000) i; ANALYZE");

        // An older snapshot keeps the old versions of the rows alive, which the new index doesn't hold.
        using var older = new NpgsqlConnection(server.ConnectionString);
        older.Open();
        Execute(older, "BEGIN ISOLATION LEVEL REPEATABLE READ");
        Execute(older, "SELECT 1 FROM \"Orders\"");
        Execute(connection, "UPDATE \"Orders\" SET \"Email\" = 'x' || \"Email\"");

        Assert.Contains("PostgreSQL does not use IX_Orders_Email in the transaction that creates it", (await PostgreSqlAsync(server)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_one_line()
    {
        var run = await Tool.RunAsync(_folder.Path, "indexes", "measure", "--sarif", "build.sarif", "--sql", "queries.sql", "--provider", "postgresql", "--connection", "Host=127.0.0.1;Port=1;Username=x");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("perftool: PostgreSQL can't be reached with --connection: Failed to connect to 127.0.0.1:1", run.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> SqliteAsync(params string[] more) =>
        Tool.RunAsync(_folder.Path, ["indexes", "measure", "--sarif", "build.sarif", "--sql", "queries.sql", "--provider", "sqlite", "--connection", "Data Source=shop.db", .. more]);

    private Task<ToolRun> PostgreSqlAsync(PostgreSqlServer server, params string[] more) =>
        Tool.RunAsync(_folder.Path, ["indexes", "measure", "--sarif", "build.sarif", "--sql", "queries.sql", "--provider", "postgresql", "--connection", server.ConnectionString, .. more]);

    /// <summary>Every file of the folder, with its content's hash.</summary>
    private string State() => string.Join('\n', Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));

    private static string PostgreSqlState(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT (SELECT string_agg(indexdef, ';' ORDER BY indexdef) FROM pg_indexes WHERE schemaname = 'public') || (SELECT COUNT(*) FROM \"Orders\") || (SELECT is_called FROM numbers)", connection);
        return (string)command.ExecuteScalar()!;
    }

    private static void Execute(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
