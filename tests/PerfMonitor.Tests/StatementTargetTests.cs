using PerfAssert.EntityFrameworkCore.Statements;
using PerfMonitor.Statements;

namespace PerfMonitor.Tests;

public class StatementTargetTests
{
    [Theory]
    [InlineData("SELECT a FROM \"Orders\" AS o", QueryAction.Select, "Orders")]
    [InlineData("SELECT a FROM shop.orders", QueryAction.Select, "orders")]
    [InlineData("SELECT 1 FROM (SELECT x FROM inner_table) AS t", QueryAction.Select, "inner_table")]
    [InlineData("INSERT INTO [Orders] ([Id]) VALUES (@p0)", QueryAction.Insert, "Orders")]
    [InlineData("UPDATE [o] SET [o].[A] = 1 FROM [Orders] AS [o]", QueryAction.Update, "Orders")]
    [InlineData("DELETE FROM orders WHERE id = 1", QueryAction.Delete, "orders")]
    [InlineData("WITH t AS (SELECT 1) DELETE FROM orders", QueryAction.Delete, "orders")]
    [InlineData("PRAGMA foreign_keys", QueryAction.Other, null)]
    public void A_command_is_known_by_what_it_does_and_to_which_table(string sql, QueryAction action, string? table) =>
        Assert.Equal(new StatementTarget(action, table), StatementTarget.Of(SqlTokenizer.Tokens(sql)));
}
