using CsCheck;
using PerfAssert.EntityFrameworkCore.Statements;
using PerfMonitor.Redaction;

namespace PerfMonitor.Tests.Redaction;

public class ParameterColumnsTests
{
    [Theory]
    [InlineData("SELECT 1 FROM t AS a WHERE a.\"Email\" = @email", "email=Email")]
    [InlineData("SELECT 1 FROM t WHERE @email = Email", "email=Email")]
    [InlineData("SELECT 1 FROM [t] WHERE [t].[Age] >= @age AND [t].[Name] <> @name", "age=Age name=Name")]
    [InlineData("SELECT 1 FROM t WHERE a.Id IN (@x, @y)", "x=Id y=Id")]
    [InlineData("SELECT 1 FROM t WHERE Id NOT IN (@x)", "x=Id")]
    [InlineData("INSERT INTO \"t\" (\"a\", \"b\") VALUES (@p0, @p1), (@p2, @p3)", "p0=a p1=b p2=a p3=b")]
    [InlineData("INSERT INTO t (a, b) VALUES (1, @p0) RETURNING id", "p0=b")]
    [InlineData("UPDATE t SET a = @p0, b = @p1 WHERE id = @p2 RETURNING 1", "p0=a p1=b p2=id")]
    public void A_column_is_found(string sql, string expected) => Assert.Equal(expected, Columns(sql));

    [Theory]
    [InlineData("SELECT 1 FROM t LIMIT @n")]
    [InlineData("SELECT 1 FROM t WHERE lower(a) = @x")]
    [InlineData("SELECT 1 FROM t WHERE a || b = @x")]
    [InlineData("SELECT 1 FROM t WHERE a = @x || b")]
    [InlineData("SELECT 1 FROM t WHERE a + @x = b")]
    [InlineData("SELECT 1 FROM t WHERE a BETWEEN @x AND @y")]
    [InlineData("SELECT 1 FROM t WHERE f(@x)")]
    [InlineData("SELECT @x")]
    [InlineData("INSERT INTO t VALUES (@x)")]
    [InlineData("INSERT INTO t (a, b) VALUES (f(@x, 1), @y)")]
    [InlineData("SELECT 1 FROM t WHERE a = @x AND b LIKE @x")]
    public void Where_it_is_not_sure_there_is_none(string sql) => Assert.Equal("", Columns(sql));

    [Fact]
    public void Any_text_is_read() => Gen.OneOf("INSERT", "INTO", "VALUES", "(", ")", ",", "@p", "a", ".", "=", "IN", "NOT", "'x'", "SET").Array[0, 30].Sample(words => Columns(string.Join(' ', words)) is not null);

    private static string Columns(string sql) => string.Join(
        ' ', ParameterColumns.Of(SqlTokenizer.Tokens(sql)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={string.Join('|', pair.Value)}"));
}
