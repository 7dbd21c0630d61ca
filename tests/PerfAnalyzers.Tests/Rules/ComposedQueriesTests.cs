namespace PerfAnalyzers.Tests.Rules;

/// <summary>Queries that are composed under conditions: each filter may be missing, and no index may be advised that needs them all.</summary>
public class ComposedQueriesTests
{
    [Fact]
    public async Task Each_filter_gets_an_index_of_its_own() => Assert.StartsWith(
        "PERF101: No index on 'Order' can serve the filter on 'Phone', 'Note': the whole table is scanned; an index on (Phone) and on (Note) would serve it",
        await RuleShop.MessageOf("""
            var query = db.Orders.AsQueryable();
            if (flag)
                query = query.Where(o => o.Phone == text);
            if (!flag)
                query = query.Where(o => o.Note == other && !o.IsPaid);
            query.ToList();
            """));

    [Fact]
    public Task One_filter_that_may_seek_is_enough() => RuleShop.Verify("""
        var query = db.Orders.Where(o => o.Phone == text);
        if (flag)
            query = query.Where(o => o.Id == id);
        query.ToList();
        """);

    [Fact]
    public Task A_filter_that_may_be_missing_is_no_reason_for_a_composite_index() => RuleShop.Verify("""
        var query = db.Orders.Where(o => o.CustomerId == id);
        if (flag)
            query = query.Where(o => o.Phone == text);
        query.ToList();
        """);

    [Fact]
    public Task A_filter_that_may_be_there_is_no_reason_to_report_the_order() => RuleShop.Verify("""
        var query = db.Orders.AsQueryable();
        if (flag)
            query = query.Where(o => o.Id == id);
        query.OrderBy(o => o.SentAt).Take(10).ToList();
        """);
}
