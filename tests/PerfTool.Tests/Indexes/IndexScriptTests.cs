using CsCheck;
using Microsoft.Data.Sqlite;
using Npgsql;
using PerfAnalyzers.AccessPaths;
using PerfTool.Commands;
using PerfTool.Indexes;
using PerfTool.Indexes.Scripts;
using PerfTooling.Shared;

namespace PerfTool.Tests.Indexes;

public class IndexScriptTests
{
    /// <summary>Names that quotes are there for.</summary>
    private static readonly Gen<string> s_name = Gen.OneOf(
        OneOf.These("Order", "select", "a b", "x\"y", "x'y", "x]y", "x`y", "\\", "ü", "a;b", "--", "/*"),
        Gen.Char[' ', '~'].Array[1, 12].Select(letters => new string(letters)));

    [Fact]
    public void SQLite_creates_each_index_once_whatever_its_names_are() => s_name.Array[2, 3].Where(names => names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length && !names[0].StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase)).Sample(names =>
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var index = Index(null, names[0], [.. names.Skip(1)]);
        Execute(connection, $"CREATE TABLE {Identifiers.Quote(names[0], Database.Sqlite)} ({string.Join(", ", names.Skip(1).Select(name => Identifiers.Quote(name, Database.Sqlite)))})");
        var script = IndexScript.Write([index], Database.Sqlite, concurrently: false);

        Execute(connection, script);
        Execute(connection, script);

        return Texts(connection, "SELECT name FROM pragma_index_list((SELECT name FROM sqlite_master WHERE type = 'table'))").SequenceEqual(IndexNames.Of([index], Database.Sqlite))
            && Texts(connection, $"SELECT name FROM pragma_index_info({Identifiers.Text(IndexNames.Of([index], Database.Sqlite)[0], Database.Sqlite)}) ORDER BY seqno").SequenceEqual(names.Skip(1));
    }, iter: 300);

    [PostgreSqlFact]
    public void PostgreSQL_creates_each_index_once_whatever_its_names_are()
    {
        using var server = PostgreSqlServer.Start();
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        s_name.Array[3, 4].Where(names => names.Distinct().Count() == names.Length).Sample(names =>
        {
            var (schema, table) = (Identifiers.Quote(names[0], Database.PostgreSql), Identifiers.Quote(new TableName(names[0], names[1]), Database.PostgreSql));
            var columns = names.Skip(2).ToArray();
            Execute(connection, $"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}; CREATE TABLE {table} ({string.Join(", ", columns.Select(name => Identifiers.Quote(name, Database.PostgreSql) + " int"))})");
            var index = Index(names[0], names[1], columns);
            var script = IndexScript.Write([index], Database.PostgreSql, concurrently: false);

            Execute(connection, script);
            Execute(connection, script);

            return Texts(connection, $"SELECT indexname FROM pg_indexes WHERE schemaname = {Identifiers.Text(names[0], Database.PostgreSql)}").SequenceEqual(IndexNames.Of([index], Database.PostgreSql));
        }, iter: 40, threads: 1);
    }

    [PostgreSqlFact]
    public void A_script_that_does_not_lock_runs_twice_outside_of_a_transaction()
    {
        using var server = PostgreSqlServer.Start();
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        Execute(connection, """CREATE TABLE "Orders" ("Status" int, "CreatedAt" int)""");
        var statements = IndexScript.Write([Index(null, "Orders", "Status", "CreatedAt")], Database.PostgreSql, concurrently: true).Split('\n').Where(line => line.StartsWith("CREATE", StringComparison.Ordinal)).ToList();

        foreach (var statement in statements.Concat(statements))
            Execute(connection, statement);

        Assert.Equal(["""CREATE INDEX "IX_Orders_Status_CreatedAt" ON public."Orders" USING btree ("Status", "CreatedAt" DESC)"""], Texts(connection, "SELECT indexdef FROM pg_indexes WHERE tablename = 'Orders'"));
    }

    [Fact]
    public void SQL_Server_asks_for_the_index_by_table_and_name() => Assert.Equal(
        """
        IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'[sales].[O''r]]ders]') AND name = N'IX_O''r]ders_Status_CreatedAt')
            CREATE INDEX [IX_O'r]]ders_Status_CreatedAt] ON [sales].[O'r]]ders] ([Status], [CreatedAt] DESC);
        """.ReplaceLineEndings("\n"),
        IndexStatements.Create(Index("sales", "O'r]ders", "Status", "CreatedAt"), "IX_O'r]ders_Status_CreatedAt", Database.SqlServer));

    [Fact]
    public void MySQL_prepares_what_is_to_be_done() => Assert.Equal(
        """
        SET @perftool = IF((SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'O`r''ders' AND index_name = 'IX_1') = 0, 'CREATE INDEX `IX_1` ON `O``r''ders` (`Status`, `CreatedAt` DESC)', 'DO 0');
        PREPARE perftool FROM @perftool;
        EXECUTE perftool;
        DEALLOCATE PREPARE perftool;
        """.ReplaceLineEndings("\n"),
        IndexStatements.Create(Index(null, "O`r'ders", "Status", "CreatedAt"), "IX_1", Database.MySql));

    [Theory]
    [InlineData("sqlserver", "DROP INDEX IF EXISTS [IX_1] ON [sales].[Orders];")]
    [InlineData("postgresql", """DROP INDEX IF EXISTS "sales"."IX_1";""")]
    [InlineData("sqlite", """DROP INDEX IF EXISTS "IX_1";""")]
    public void An_index_is_dropped_only_if_it_is_there(string database, string sql) => Assert.Equal(sql, IndexStatements.Drop(Index("sales", "Orders", "Status"), "IX_1", Databases.Named(database)));

    [Theory]
    [InlineData("sqlserver", "ONLINE = ON")]
    [InlineData("postgresql", "can be read and not written")]
    [InlineData("sqlite", "can't be written")]
    [InlineData("mysql", "builds an index online")]
    public void A_script_says_what_it_locks(string database, string remark) =>
        Assert.Contains(remark, IndexScript.Write([Index(null, "Orders", "Status")], Databases.Named(database), concurrently: false), StringComparison.Ordinal);

    [Fact]
    public void A_comment_has_one_line_whatever_a_file_is_called()
    {
        var index = Index(null, "Orders", "Status") with { Queries = [new QuerySite("PERF101", "a\n; DROP TABLE x; \r\u2028b.cs", 1)] };

        Assert.Contains("-- a ; DROP TABLE x;   b.cs:1 (PERF101)\n", IndexScript.Write([index], Database.Sqlite, concurrently: false), StringComparison.Ordinal);
    }

    /// <summary>An index whose last of several columns descends.</summary>
    private static MissingIndex Index(string? schema, string table, params string[] columns) => new(
        "Shop.Order", new TableName(schema, table), [.. columns.Select((column, i) => new IndexedColumn(column, column, i > 0 && i == columns.Length - 1))], [new QuerySite("PERF101", "Queries.cs", 1)]);

    private static void Execute(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Texts(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
