using CsCheck;
using PerfAnalyzers.EfModel.References.Sql;

namespace PerfAnalyzers.Tests.References;

/// <summary>What a script does to indexes, in the dialects of four databases.</summary>
public class SqlReaderTests
{
    [Theory]
    [InlineData("CREATE INDEX ix ON orders (email)", "orders: (email) ix")]
    [InlineData("create unique index if not exists ix on \"public\".\"Orders\" (\"Email\" desc, \"Id\")", "Orders: (Email desc, Id) unique ix")]
    [InlineData("CREATE UNIQUE NONCLUSTERED INDEX [IX_a] ON [dbo].[Orders] ([A] ASC, [B] DESC) INCLUDE ([C]) WITH (ONLINE = ON) GO", "Orders: (A, B desc) unique include C IX_a")]
    [InlineData("CREATE INDEX CONCURRENTLY ix ON ONLY orders USING btree (email varchar_pattern_ops) WHERE deleted_at IS NULL;", "orders: (email) btree opclass where deleted_at IS NULL ix")]
    [InlineData("CREATE INDEX ix ON orders USING gin (tags)", "orders: (tags) gin ix")]
    [InlineData("CREATE INDEX ON orders (email NULLS LAST)", "orders: (email)")]
    [InlineData("CREATE INDEX ix ON orders (lower(email))", "orders: ? a script creates an index on orders that is no list of columns")]
    [InlineData("CREATE INDEX ix ON orders ((a + b), c)", "orders: ? a script creates an index on orders that is no list of columns")]
    [InlineData("CREATE INDEX ix USING BTREE ON orders (email(10))", "orders: (email) BTREE ix")]
    [InlineData("CREATE FULLTEXT INDEX ix ON orders (body)", "orders: (body) FULLTEXT ix")]
    [InlineData("CREATE INDEX ix ON orders (a) WHERE state = 'x;y' ; CREATE INDEX iy ON orders (b)", "orders: (a) where state = 'x;y' ix|orders: (b) iy")]
    [InlineData("-- CREATE INDEX ix ON orders (a)\n/* CREATE INDEX iy ON orders (b) */", "")]
    [InlineData("CREATE TABLE orders (id int PRIMARY KEY, email text NOT NULL UNIQUE, price decimal(10,2) DEFAULT (0), b int)", "orders: table id,email,price,b|orders: (id) unique|orders: (email) unique")]
    [InlineData("CREATE TABLE IF NOT EXISTS o (a int, b int, CONSTRAINT pk PRIMARY KEY CLUSTERED ([a] ASC, [b]), UNIQUE (b, a), CHECK (a > 0), CONSTRAINT fk FOREIGN KEY (b) REFERENCES p (id))",
        "o: table a,b|o: (a, b) unique pk|o: (b, a) unique|o: drop|o: (b)")]
    [InlineData("CREATE TABLE `o` (`id` int, `key` int, KEY `ix` (`key`), UNIQUE KEY `uq` (`id`,`key`)) ENGINE=InnoDB", "o: table id,key|o: (key) ix|o: (id, key) unique uq")]
    [InlineData("ALTER TABLE ONLY public.orders ADD CONSTRAINT pk PRIMARY KEY (id), ADD UNIQUE (email);", "orders: (id) unique pk|orders: (email) unique")]
    [InlineData("ALTER TABLE orders ADD COLUMN code text UNIQUE", "orders: (code) unique")]
    [InlineData("ALTER TABLE orders ADD INDEX ix (a, b), DROP INDEX old", "orders: (a, b) ix|orders: drop old")]
    [InlineData("ALTER TABLE orders RENAME COLUMN a TO b", "orders: ? a script renames something of orders")]
    [InlineData("DROP INDEX IF EXISTS a, s.b; DROP INDEX c ON orders", ": drop a|: drop b|orders: drop c")]
    [InlineData("EXEC('CREATE INDEX ix ON orders (a)')", ": ? a script creates an index in text that it executes")]
    [InlineData("DO $$ BEGIN CREATE INDEX ix ON orders (a); END $$;", ": ? a script creates an index in text that it executes")]
    [InlineData("IF NOT EXISTS (SELECT 1) CREATE INDEX ix ON orders (a)", "orders: (a) ix")]
    [InlineData("INSERT INTO orders VALUES ('index', 'create'); SELECT * FROM orders", "")]
    [InlineData("CREATE VIEW v AS SELECT 1; CREATE INDEX", ": ? a script creates an index that isn't understood")]
    public void A_script_is_read(string sql, string expected) =>
        Assert.Equal(expected, string.Join("|", SqlReader.Read(sql, CancellationToken.None).Select(Describe)));

    [Fact]
    public void Any_text_ends_without_an_exception()
    {
        string[] words = ["CREATE", "TABLE", "INDEX", "UNIQUE", "ON", "(", ")", ",", ";", "ALTER", "ADD", "DROP", "PRIMARY", "KEY", "CONSTRAINT", "FOREIGN", "WHERE", "'", "\"", "[", "]", "`", "$$", "--", "/*", "*/", "\n", "orders", "a", "INCLUDE", "WITH", "USING", ".", "-", "LIKE", "NULLS"];
        Gen.Int[0, words.Length - 1].Array[0, 60].Sample(
            picks => { SqlReader.Read(string.Join(" ", picks.Select(i => words[i])), CancellationToken.None); },
            iter: 20_000);
    }

    [Fact]
    public void A_million_parentheses_are_read() => Assert.Empty(SqlReader.Read("CREATE TABLE " + new string('(', 1_000_000), CancellationToken.None));

    private static string Describe(SqlStatement statement) => statement.Table + ": " + statement.Kind switch
    {
        SqlStatementKind.CreateTable => "table " + string.Join(",", statement.Columns),
        SqlStatementKind.DropIndex => ("drop " + statement.Name).TrimEnd(),
        SqlStatementKind.NotUnderstood => "? " + statement.Problem,
        _ => statement.Index
            + (statement.Index!.IsUnique ? " unique" : "")
            + (statement.Index.Method is { } method ? " " + method : "")
            + (statement.Index.HasOperatorClass ? " opclass" : "")
            + (statement.Index.Included.IsEmpty ? "" : " include " + string.Join(",", statement.Index.Included))
            + (statement.Index.Filter is { } filter ? " where " + filter : "")
            + (statement.Name is { } name ? " " + name : ""),
    };
}
