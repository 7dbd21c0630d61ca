using CsCheck;
using PerfTool.Cli;
using PerfTool.Indexes.Measuring;

namespace PerfTool.Tests.Indexes;

public class QueryFileTests
{
    [Fact]
    public void A_statement_ends_with_a_semicolon_outside_of_texts_names_and_comments() => Assert.Equal(
        [new RecordedQuery("query 1", """SELECT ';' AS ";" FROM t"""), new RecordedQuery("query 2", "SELECT 2")],
        QueryFile.Parse("""
            SELECT ';' AS ";" /* ; */ FROM t; -- ;
            SELECT 2
            """, "queries.sql"));

    [Fact]
    public void A_comment_gives_a_name() => Assert.Equal(
        ["query 1", "Inbox", "Reports 1", "Reports 2"],
        QueryFile.Parse("SELECT 1;\n-- name: Inbox\nSELECT 2;\n--name: Reports\nSELECT 3; SELECT 4;", "queries.sql").Select(query => query.Name));

    [Theory]
    [InlineData("-- @email='a''b' (Nullable = false)\n-- @count='3' (DbType = Int32)\n\nSELECT 1 FROM t WHERE e = @email AND c = @count", "SELECT 1 FROM t WHERE e = 'a''b' AND c = '3'")]
    [InlineData(".param set @email 'a''b'\n.param set @count 3\n\nSELECT 1 FROM t WHERE e = @email AND c = @count", "SELECT 1 FROM t WHERE e = 'a''b' AND c = 3")]
    public void Values_may_stand_above_as_EF_Core_writes_them(string text, string sql) => Assert.Equal(sql, Assert.Single(QueryFile.Parse(text, "queries.sql")).Sql);

    [Theory]
    [InlineData("DELETE FROM t", "query 1 is no SELECT, but begins with DELETE")]
    [InlineData("PRAGMA user_version = 3", "query 1 is no SELECT, but begins with PRAGMA")]
    [InlineData("SELECT 1; COMMIT", "query 2 is no SELECT, but begins with COMMIT")]
    [InlineData("WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone", "query 1 has DELETE in it")]
    [InlineData("SELECT * INTO u FROM t", "query 1 has INTO in it")]
    [InlineData("SELECT * FROM t FOR UPDATE", "query 1 has UPDATE in it")]
    [InlineData("SELECT * FROM t WHERE id = @id", "query 1 has the parameter @id and no value for it")]
    [InlineData("-- @id='1'; DROP TABLE t\nSELECT * FROM t WHERE id = @id", "query 1 has the parameter @id and no value for it")]
    [InlineData("-- nothing", "queries.sql has no query")]
    public void What_could_change_something_is_refused(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<ToolException>(() => QueryFile.Parse(text, "queries.sql")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_may_be_called_like_a_statement() => Assert.Equal("""SELECT "Update" FROM t""", Assert.Single(QueryFile.Parse("""SELECT "Update" FROM t""", "queries.sql")).Sql);

    [Fact]
    public void No_text_does_harm() => Gen.Frequency((3, OneOf.These("SELECT", " ", ";", "'", "\"", "--", " name: x\n", "/*", "*/", "$", "$$", "@p", "-- @p='1'\n", ".param set @p 1\n", "WITH", "[", "`", "\\")), (1, Gen.String)).Array[0, 12]
        .Select(string.Concat).Sample(text =>
        {
            try
            {
                return QueryFile.Parse(text, "queries.sql").All(query => query.Sql.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || query.Sql.StartsWith("WITH", StringComparison.OrdinalIgnoreCase));
            }
            catch (ToolException)
            {
                return true;
            }
        });
}
