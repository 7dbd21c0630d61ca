using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>What gets past the gate is bound, which costs as much as compiling it.</summary>
public class QueryGateTests
{
    [Theory]
    [InlineData("var list = new List<Order>(); list.Where(o => o.Email == email).ToList(); foreach (var o in list) { }")]
    [InlineData("emails.Select(e => e.Length).ToList(); var first = ids.First(); ids.Where(i => i > first).Count();")]
    [InlineData("var list = emails.Where(e => e != email); list = list.Skip(1); list.ToList();")]
    [InlineData("var rows = Array.Empty<Order>(); rows = flag ? rows.Where(o => o.IsPaid).ToArray() : rows; rows.ToList();")]
    public void LINQ_on_objects_does_not_pass(string body) => Assert.Empty(QueryText.GatedIn(body));

    [Fact]
    public void LINQ_on_the_rows_that_a_query_returned_does_not_pass() =>
        Assert.Equal(["db.Orders.ToList()", "db.Orders.ToListAsync()"], QueryText.GatedIn("var list = db.Orders.ToList(); var first = list.First(o => o.IsPaid); var later = await db.Orders.ToListAsync(); later.Count(o => o.IsPaid);"));

    [Theory]
    [InlineData("var q = db.Orders.Where(o => o.IsPaid); q.ToList();", "q.ToList()")]
    [InlineData("IQueryable<Order> q = flag ? db.Orders : db.Orders.Skip(1); var p = q.Take(3); p = p.Skip(1); p.ToList();", "p.ToList()")]
    [InlineData("Local().ToList(); IQueryable<Order> Local() => db.Orders;", "Local().ToList()")]
    public void A_variable_that_holds_a_query_passes(string body, string gated) => Assert.Equal([gated], QueryText.GatedIn(body));

    [Fact]
    public void Members_that_return_queries_pass() =>
        Assert.Equal(["new Repo().Rows().ToList()", "new Repo().Kept.First()"], QueryText.GatedIn("new Repo().Rows().ToList(); new Repo().Kept.First(); new Repo().Names().ToList();", "public class Repo { public IQueryable<Order> Rows() => null!; public IOrderedQueryable<Order> Kept => null!; public List<string> Names() => null!; }"));

    [Fact]
    public void A_member_named_like_an_operator_does_not_open_the_gate() =>
        Assert.Empty(QueryText.GatedIn("emails.Where(e => e != email).ToList();", "public static class More { public static IQueryable<Order> Where(this IQueryable<Order> q, int x) => q; }"));

    [Fact]
    public void Only_a_lambda_handed_to_a_method_with_a_filter_passes() =>
        Assert.Equal(["new Repo().Find(o => o.IsPaid)"], QueryText.GatedIn("new Repo().Find(o => o.IsPaid); new Repo().Find(predicate); new Repo().Map(o => o.IsPaid);", "public class Repo { public Order Find(Expression<Func<Order, bool>> f) => null!; public Order Map(Func<Order, bool> f) => null!; }"));
}
