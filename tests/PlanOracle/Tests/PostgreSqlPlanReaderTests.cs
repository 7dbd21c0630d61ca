using PerfTooling.PlanOracle.Planners;

namespace PerfTooling.PlanOracle.Tests;

/// <summary>Reads plans as PostgreSQL 15 writes them, less what isn't read.</summary>
public class PostgreSqlPlanReaderTests
{
    private static readonly PostgreSqlPlanReader s_reader = new(new Dictionary<string, PostgreSqlIndex>
    {
        ["IX_Code"] = new("Code", null),
        ["IX_Rank_Code"] = new("Rank", null),
        ["IX_Email"] = new("Email", null),
        ["IX_CustomerId"] = new("CustomerId", null),
        ["IX_Open"] = new("Code", "(\"IsOpen\" = true)"),
    });

    [Theory]
    [InlineData("IX_Code", "(\\\"Code\\\" = 'a'::text)", true)]
    [InlineData("IX_Code", "(\\\"Code\\\" = ANY ('{a,b}'::text[]))", true)]
    [InlineData("IX_Code", "(\\\"Code\\\" IS NOT NULL)", true)]
    [InlineData("IX_Rank_Code", "((\\\"Rank\\\" > 5) AND (\\\"Code\\\" = 'a'::text))", true)]
    [InlineData("IX_Rank_Code", "(\\\"Code\\\" = 'a'::text)", false)]
    [InlineData("IX_CustomerId", "(\\\"CustomerId\\\" = c.\\\"Id\\\")", false)]
    [InlineData("IX_Code", "", false)]
    [InlineData("IX_Open", "", true)]
    public void An_index_seeks_by_a_condition_on_its_leading_column(string index, string condition, bool seeks)
    {
        Assert.Equal(seeks, Read(Index("Index Scan", index, condition)).Seeks);
        Assert.Equal(seeks, Read($$"""{"Node Type": "Bitmap Heap Scan", "Relation Name": "Orders", "Alias": "o", "Plans": [{{Index("Bitmap Index Scan", index, condition)}}]}""").Seeks);
    }

    [Fact]
    public void The_end_of_an_index_that_a_maximum_is_read_from_is_not_a_seek() =>
        Assert.False(Read(Index("Index Scan", "IX_Code", "(\\\"Code\\\" IS NOT NULL)"), "SELECT max(o.\"Code\") FROM \"Orders\" AS o WHERE abs(o.\"Rank\") = 1").Seeks);

    [Theory]
    [InlineData("(\\\"Rank\\\" = 5)", true)]
    [InlineData("", false)]
    public void An_OR_seeks_where_each_operand_does(string second, bool seeks)
    {
        var operands = Index("Bitmap Index Scan", "IX_Code", "(\\\"Code\\\" = 'a'::text)") + ", " + Index("Bitmap Index Scan", "IX_Rank_Code", second);
        Assert.Equal(seeks, Read($$"""{"Node Type": "Bitmap Heap Scan", "Relation Name": "Orders", "Alias": "o", "Plans": [{"Node Type": "BitmapOr", "Plans": [{{operands}}]}]}""").Seeks);
    }

    [Fact]
    public void A_sequential_scan_is_one() => Assert.False(Read(SeqScan).Seeks);

    [Theory]
    [InlineData("Inner", true)]
    [InlineData("Semi", true)]
    [InlineData("Left", false)]
    [InlineData("Anti", false)]
    public void A_seek_on_the_inner_side_counts_where_the_join_keeps_only_its_rows(string join, bool seeks)
    {
        var inner = Index("Index Scan", "IX_Email", "(\\\"Email\\\" = 'a'::text)");
        Assert.Equal(seeks, Read($$"""{"Node Type": "Hash Join", "Join Type": "{{join}}", "Plans": [{{SeqScan}}, {"Node Type": "Hash", "Parent Relationship": "Inner", "Plans": [{{inner}}]}]}""").Seeks);
    }

    [Fact]
    public void A_correlated_subquery_decides_nothing()
    {
        var subquery = Index("Index Scan", "IX_Email", "(\\\"Email\\\" = 'a'::text)", "SubPlan");
        Assert.False(Read($$"""{"Node Type": "Seq Scan", "Relation Name": "Orders", "Alias": "o", "Plans": [{{subquery}}]}""").Seeks);
    }

    [Theory]
    [InlineData("(\\\"CustomerId\\\" = c.\\\"Id\\\")", false)]
    [InlineData("", true)]
    public void A_nested_loop_repeats_a_scan_that_has_no_lookup(string condition, bool repeats) =>
        Assert.Equal(repeats, Read($$"""{"Node Type": "Nested Loop", "Join Type": "Inner", "Plans": [{{SeqScan}}, {{Index("Index Scan", "IX_CustomerId", condition, "Inner")}}]}""").RepeatsScan);

    [Theory]
    [InlineData("Sort", true)]
    [InlineData("Incremental Sort", false)]
    public void Rows_are_sorted_unless_the_leading_key_comes_in_order(string node, bool sorts) =>
        Assert.Equal(sorts, Read($$"""{"Node Type": "Limit", "Plans": [{"Node Type": "{{node}}", "Parent Relationship": "Outer", "Plans": [{{SeqScan}}]}]}""").Sorts);

    private const string SeqScan = """{"Node Type": "Seq Scan", "Parent Relationship": "Outer", "Relation Name": "Orders", "Alias": "o"}""";

    private static PlanReading Read(string node, string sql = "… WHERE o.\"Code\" IS NOT NULL") => s_reader.Read(sql, $$"""[{"Plan": {{node}}}]""");

    private static string Index(string node, string index, string condition, string relationship = "Outer")
    {
        var table = node == "Bitmap Index Scan" ? "" : "\"Relation Name\": \"Orders\", \"Alias\": \"o\", ";
        var conditions = condition.Length > 0 ? $", \"Index Cond\": \"{condition}\"" : "";
        return $$"""{"Node Type": "{{node}}", "Parent Relationship": "{{relationship}}", {{table}}"Index Name": "{{index}}"{{conditions}}}""";
    }
}
