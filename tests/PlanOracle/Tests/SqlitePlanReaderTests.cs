using PerfTooling.PlanOracle.Planners;

namespace PerfTooling.PlanOracle.Tests;

/// <summary>Reads plans as SQLite 3.50 wrote them.</summary>
public class SqlitePlanReaderTests
{
    private const string Orders = "SELECT * FROM \"Orders\" AS \"o\" WHERE ";

    private const string Joined = "SELECT * FROM \"Orders\" AS \"o\" INNER JOIN \"Customers\" AS \"c\" ON \"o\".\"CustomerId\" = \"c\".\"Id\" WHERE ";

    private static readonly SqlitePlanReader s_reader = new(new Dictionary<string, string> { ["Orders"] = "Id", ["Customers"] = "Id" }, new Dictionary<string, string> { ["IX_Open"] = "WHERE \"IsOpen\" = 0", ["IX_Paid"] = "WHERE \"PaidAt\" IS NOT NULL" });

    [Theory]
    [InlineData("\"o\".\"Code\" = @p", "SCAN o", false)]
    [InlineData("\"o\".\"Code\" = @p", "SCAN o USING COVERING INDEX IX_Orders_Rank_Code", false)]
    [InlineData("\"o\".\"Code\" = @p", "SEARCH o USING INDEX IX_Orders_Code (Code=?)", true)]
    [InlineData("\"o\".\"Code\" IN (@p1, @p2)", "SEARCH o USING INDEX IX_Orders_Code (Code=?)", true)]
    [InlineData("@p < \"o\".\"Rank\"", "SEARCH o USING INDEX IX_Orders_Rank (Rank>?)", true)]
    [InlineData("\"o\".\"Id\" = @p", "SEARCH o USING INTEGER PRIMARY KEY (rowid=?)", true)]
    [InlineData("\"o\".\"PaidAt\" IS NOT NULL", "SEARCH o USING INDEX IX_Orders_PaidAt (PaidAt>?)", true)]
    [InlineData("\"o\".\"Id\" IN (SELECT \"value\" FROM json_each(@p))", "SEARCH o USING INTEGER PRIMARY KEY (rowid=?)", true)]
    [InlineData("\"o\".\"Id\" IN (SELECT \"l\".\"OrderId\" FROM \"Lines\" AS \"l\")", "SEARCH o USING INTEGER PRIMARY KEY (rowid=?)", false)]
    [InlineData("NOT (\"o\".\"IsOpen\")", "SCAN o USING INDEX IX_Open", true)]
    [InlineData("\"o\".\"PaidAt\" IS NOT NULL", "SCAN o USING INDEX IX_Paid", true)]
    [InlineData("\"o\".\"PaidAt\" LIKE '%1'", "SCAN o USING INDEX IX_Paid", false)]
    [InlineData("\"o\".\"Code\" = @p", "SEARCH o", false)]
    public void A_table_is_sought_where_an_index_is_entered_by_the_querys_own_values(string filter, string plan, bool seeks) =>
        Assert.Equal(seeks, s_reader.Read(Orders + filter, [new SqlitePlanRow(1, 0, plan)]).Seeks);

    [Fact]
    public void Every_operand_of_an_OR_has_an_index()
    {
        var reading = s_reader.Read(Orders + "\"o\".\"Code\" = @p OR \"o\".\"Rank\" = @q",
        [
            new SqlitePlanRow(1, 0, "MULTI-INDEX OR"),
            new SqlitePlanRow(2, 1, "INDEX 1"),
            new SqlitePlanRow(3, 2, "SEARCH o USING INDEX IX_Orders_Code (Code=?)"),
            new SqlitePlanRow(4, 1, "INDEX 2"),
            new SqlitePlanRow(5, 4, "SEARCH o USING INDEX IX_Orders_Rank (Rank=?)"),
        ]);

        Assert.True(reading.Seeks);
    }

    [Theory]
    [InlineData("SCAN o", "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)")]
    [InlineData("SCAN c", "SEARCH o USING INDEX IX_Orders_CustomerId (CustomerId=?)")]
    public void A_lookup_by_another_tables_column_is_not_a_seek(string outer, string inner)
    {
        var reading = s_reader.Read(Joined + "\"o\".\"Code\" = @p", [new SqlitePlanRow(1, 0, outer), new SqlitePlanRow(2, 0, inner)]);

        Assert.False(reading.Seeks);
        Assert.False(reading.RepeatsScan);
        Assert.Equal([AccessKind.Scan, AccessKind.Lookup], reading.Accesses.Select(access => access.Kind));
    }

    [Fact]
    public void A_lookup_is_none_though_the_column_is_in_a_range_too() => Assert.False(s_reader.Read(
        Joined + "\"o\".\"Code\" = @p OR \"o\".\"CustomerId\" > @q",
        [new SqlitePlanRow(1, 0, "SCAN c"), new SqlitePlanRow(2, 0, "SEARCH o USING INDEX IX_Orders_CustomerId (CustomerId=?)")]).Seeks);

    [Fact]
    public void A_lookup_for_each_row_of_a_scan_is_none_though_an_OR_compares_the_key_too() => Assert.False(s_reader.Read(
        Joined + "\"o\".\"Code\" = @p OR \"c\".\"Id\" = @q",
        [new SqlitePlanRow(1, 0, "SCAN o"), new SqlitePlanRow(2, 0, "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)")]).Seeks);

    [Fact]
    public void A_value_is_met_behind_the_alias_of_a_derived_table() => Assert.True(s_reader.Read(
        "SELECT 1 FROM \"Orders\" AS \"o\" INNER JOIN (SELECT \"c\".\"Id\" FROM \"Customers\" AS \"c\" WHERE (1)) AS \"c0\" ON \"o\".\"CustomerId\" = \"c0\".\"Id\" WHERE \"c0\".\"Id\" = @p",
        [new SqlitePlanRow(1, 0, "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)"), new SqlitePlanRow(2, 0, "SEARCH o USING INDEX IX_Orders_CustomerId (CustomerId=?)")]).Seeks);

    [Fact]
    public void A_null_test_of_the_joined_key_is_not_a_seek() => Assert.False(s_reader.Read(
        Joined + "\"o\".\"Code\" = @p OR \"c\".\"Id\" IS NULL",
        [new SqlitePlanRow(1, 0, "SCAN o"), new SqlitePlanRow(2, 0, "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)")]).Seeks);

    [Fact]
    public void A_seek_of_the_joined_table_is_one()
    {
        var reading = s_reader.Read(Joined + "\"c\".\"Email\" = @p",
            [new SqlitePlanRow(1, 0, "SEARCH c USING INDEX IX_Customers_Email (Email=?)"), new SqlitePlanRow(2, 0, "SCAN o")]);

        Assert.True(reading.Seeks);
        Assert.True(reading.RepeatsScan);
    }

    [Fact]
    public void A_table_read_first_is_sought_by_the_value_that_another_ones_key_is_compared_with() => Assert.True(s_reader.Read(
        Joined + "\"o\".\"CustomerId\" = @p",
        [new SqlitePlanRow(1, 0, "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)"), new SqlitePlanRow(2, 0, "SCAN o")]).Seeks);

    [Theory]
    [InlineData("SEARCH l EXISTS USING INDEX IX_Lines_OrderId (OrderId=?)", "SEARCH o USING INTEGER PRIMARY KEY (rowid=?)", true)]
    [InlineData("SCAN o", "SEARCH l EXISTS USING INDEX IX_Lines_OrderId (OrderId=?)", false)]
    public void An_EXISTS_leads_where_it_is_read_first(string first, string second, bool seeks) => Assert.Equal(seeks, s_reader.Read(
        Orders + "\"o\".\"Id\" = @p AND EXISTS (SELECT 1 FROM \"Lines\" AS \"l\" WHERE \"o\".\"Id\" = \"l\".\"OrderId\")",
        [new SqlitePlanRow(1, 0, first), new SqlitePlanRow(2, 0, second)]).Seeks);

    [Fact]
    public void A_correlated_subquery_is_asked_for_each_row_that_was_scanned()
    {
        var reading = s_reader.Read(Orders + "EXISTS (SELECT 1 FROM \"Lines\" AS \"l\" WHERE \"o\".\"Id\" = \"l\".\"OrderId\" AND \"l\".\"Sku\" = @p)",
        [
            new SqlitePlanRow(1, 0, "SCAN o"),
            new SqlitePlanRow(2, 0, "CORRELATED SCALAR SUBQUERY 1"),
            new SqlitePlanRow(3, 2, "SEARCH l USING INDEX IX_Lines_Sku (Sku=?)"),
        ]);

        Assert.False(reading.Seeks);
        Assert.False(reading.RepeatsScan);
    }

    [Fact]
    public void The_optional_side_of_an_outer_join_decides_nothing()
    {
        var reading = s_reader.Read("SELECT * FROM \"Orders\" AS \"o\" LEFT JOIN \"Customers\" AS \"c\" ON \"o\".\"CustomerId\" = \"c\".\"Id\" AND \"c\".\"Email\" = @p",
            [new SqlitePlanRow(1, 0, "SCAN o"), new SqlitePlanRow(2, 0, "SEARCH c USING INDEX IX_Customers_Email (Email=?) LEFT-JOIN")]);

        Assert.False(reading.Seeks);
    }

    [Theory]
    [InlineData("USE TEMP B-TREE FOR ORDER BY", true)]
    [InlineData("USE TEMP B-TREE FOR LAST TERM OF ORDER BY", false)]
    [InlineData("USE TEMP B-TREE FOR GROUP BY", false)]
    public void Rows_are_sorted_unless_the_leading_key_comes_in_order(string row, bool sorts) =>
        Assert.Equal(sorts, s_reader.Read(Orders + "1", [new SqlitePlanRow(1, 0, "SCAN o"), new SqlitePlanRow(2, 0, row)]).Sorts);

    [Theory]
    [InlineData("SCAN CONSTANT ROW")]
    [InlineData("SCAN p VIRTUAL TABLE INDEX 1:")]
    [InlineData("SCAN (subquery-1)")]
    public void Nothing_of_the_model_is_read(string row) => Assert.Empty(s_reader.Read(Orders + "1", [new SqlitePlanRow(1, 0, row)]).Accesses);
}
