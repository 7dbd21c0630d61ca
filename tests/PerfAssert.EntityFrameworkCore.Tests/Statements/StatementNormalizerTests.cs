using CsCheck;
using Microsoft.EntityFrameworkCore;
using PerfAssert.EntityFrameworkCore.Statements;
using PerfAssert.EntityFrameworkCore.Tests.Shop;

namespace PerfAssert.EntityFrameworkCore.Tests.Statements;

public class StatementNormalizerTests
{
    private static readonly Gen<string> Names = Gen.Char['a', 'z'].Array[1, 6].Select(letters => "t" + new string(letters));

    private static readonly Gen<string> Parameters = Gen.OneOf(
        Names.Select(name => "@" + name), Names.Select(name => "$" + name), Names.Select(name => ":" + name), Gen.Int[0, 99].Select(i => "@p" + i), Gen.Int[1, 99].Select(i => "$" + i), Gen.Const("?"));

    private static readonly Gen<string> Literals = Gen.OneOf(
        Gen.Int[0, 1_000_000].Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), Gen.Const("1.5e-3"),
        Gen.String[Of('a', ' ', '(', ',', '?', '@', '-', '"', ';', '*', '/'), 0, 8].Select(text => $"'{text}'"),
        Of("'it''s'", "''", "$$a ? b$$", "$tag$ ' $tag$"));

    // What is neither a list of values nor a value: it must all come through, in order.
    private static readonly Gen<string> Structure = Gen.OneOf(
        Names, Names.Select(name => $"\"{name} \"\"x\"\"\""), Names.Select(name => $"[{name} ]]]"), Names.Select(name => $"`{name}`"),
        Of("SELECT", "FROM", "=", "<>", ">=", ",", ".", "+", "||", "::", ";", "*"));

    private static readonly Gen<string> Spaces = Of(" ", "\n", "\r\n    ", "\t", " /* a (@p, 1) 'x */ ", " -- a ' comment, (1, 2)\n");

    [Theory]
    [InlineData("SELECT * FROM t WHERE a = @p0 AND b = @p1", "SELECT * FROM t WHERE a = ? AND b = ?")]
    [InlineData("SELECT * FROM t WHERE a IN (@p0, @p1, @p2)", "SELECT * FROM t WHERE a IN (?)")]
    [InlineData("SELECT * FROM t WHERE a IN (1)", "SELECT * FROM t WHERE a IN (?)")]
    [InlineData("SELECT * FROM t WHERE a NOT IN (-1, N'x', NULL)", "SELECT * FROM t WHERE a NOT IN (?)")]
    [InlineData("INSERT INTO t (a, b) VALUES (@p0, @p1),\n(@p2, @p3)", "INSERT INTO t (a, b) VALUES (?)")]
    [InlineData("-- a tag\n\nSELECT 1", "SELECT 1")]
    [InlineData("SELECT substr(a, 1, 2)", "SELECT substr(a, 1, 2)")]
    [InlineData("SELECT coalesce(@p, 1)", "SELECT coalesce(?, 1)")]
    [InlineData("SELECT * FROM t WHERE kind = 'Cat'", "SELECT * FROM t WHERE kind = 'Cat'")]
    [InlineData("SELECT * FROM t WHERE a IN (SELECT b FROM u)", "SELECT * FROM t WHERE a IN (SELECT b FROM u)")]
    [InlineData("SELECT @@ROWCOUNT, a::text, '2 -- no comment'", "SELECT @@ROWCOUNT, a::text, '2 -- no comment'")]
    [InlineData("SELECT b[1] FROM t WHERE c @> @p", "SELECT b[1] FROM t WHERE c @> ?")]
    public void Values_are_taken_out(string sql, string statement) => Assert.Equal(statement, StatementNormalizer.Normalize(sql));

    [Fact]
    public void Any_text_has_a_statement_that_stays_what_it_is() =>
        Gen.String.Sample(text => StatementNormalizer.Normalize(text) is var once && StatementNormalizer.Normalize(once) == once);

    [Fact]
    public void Nothing_but_values_is_lost_or_invented() =>
        Gen.Select(Gen.OneOf(Structure, Literals, Parameters), Spaces).Array[0, 30].Sample(pieces =>
        {
            var sql = string.Concat(pieces.Select(piece => piece.Item1 + piece.Item2));
            var expected = pieces.Select(piece => IsParameter(piece.Item1) ? "?" : piece.Item1);
            return StatementNormalizer.Normalize(sql) == string.Join(' ', expected);
        });

    [Fact]
    public void Lists_are_one_whatever_they_hold_and_however_long_they_are() =>
        Gen.Select(Gen.OneOf(Parameters, Literals).Array[1, 40], Gen.OneOf(Parameters, Literals).Array[1, 40]).Sample((one, other) =>
            StatementNormalizer.Normalize($"WHERE a IN ({string.Join(", ", one)}) AND b") == StatementNormalizer.Normalize($"WHERE a IN ({string.Join(",", other)}) AND b"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Commands_of_EF_Core_are_one_statement_whatever_their_values(bool postgreSql)
    {
        using var db = Context(postgreSql);
        Gen.Select(Gen.Int.Array[2, 20], Gen.Int.Array[2, 20], Gen.String, Gen.String).Sample((ids, others, code, otherCode) =>
            Statement(db, ids, code) == Statement(db, others, otherCode), threads: 1, iter: 50);

        static string Statement(ShopContext db, int[] ids, string code) =>
            Normalize(db.Orders.TagWith("a tag of " + ids.Length).Where(order => ids.Contains(order.Id) && (order.Code == code || order.Customer!.Email == code)).OrderBy(order => order.Day).Take(ids.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Commands_of_EF_Core_that_ask_for_different_things_are_different_statements(bool postgreSql)
    {
        using var db = Context(postgreSql);
        var ids = new[] { 1, 2 };
        var value = 3;
        IQueryable[] queries =
        [
            db.Orders, db.Customers, db.Orders.Where(order => order.Id == value), db.Orders.Where(order => order.Id > value), db.Orders.Where(order => order.Status == value),
            db.Orders.Where(order => order.Status == 1), db.Orders.Where(order => order.Status == 2), db.Orders.Where(order => ids.Contains(order.Id)), db.Orders.Where(order => !ids.Contains(order.Id)),
            db.Orders.Where(order => ids.Contains(order.Status)), db.Orders.OrderBy(order => order.Day), db.Orders.OrderByDescending(order => order.Day), db.Orders.Take(value), db.Orders.Skip(value),
            db.Orders.Include(order => order.Lines), db.Orders.Select(order => order.Code), db.Orders.Where(order => order.Code.StartsWith("a")), db.Orders.Where(order => order.Code == "a"),
        ];
        Assert.Equal(queries.Length, queries.Select(Normalize).Distinct().Count());
    }

    private static ShopContext Context(bool postgreSql) => new(postgreSql
        ? new DbContextOptionsBuilder<ShopContext>().UseNpgsql("Host=nowhere").Options
        : new DbContextOptionsBuilder<ShopContext>().UseSqlite("Data Source=:memory:").Options);

    private static string Normalize(IQueryable query)
    {
        using var command = query.CreateDbCommand();
        return StatementNormalizer.Normalize(command.CommandText);
    }

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool IsParameter(string piece) => piece == "?" || piece[0] is '@' or ':' && piece != "::" || (piece[0] == '$' && char.IsLetterOrDigit(piece[1]) && piece[^1] != '$');
}
