using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

public class QueryReaderTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => o.Email == email).ToList();", "Order: Email =")]
    [InlineData("db.Orders.First(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("await db.Orders.FirstOrDefaultAsync(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("await db.Orders.SingleAsync(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("await db.Orders.AnyAsync(o => o.Email == email);", "Order: Email =")]
    [InlineData("await db.Orders.CountAsync(o => o.Email == email);", "Order: Email =")]
    [InlineData("db.Orders.LongCount(o => o.Email == email);", "Order: Email =")]
    [InlineData("db.Orders.All(o => o.Email != email);", "Order: Email =")]
    [InlineData("await db.Orders.Where(o => o.Email == email).SumAsync(o => o.Total);", "Order: Email =")]
    [InlineData("await db.Orders.Where(o => o.Email == email).ExecuteDeleteAsync();", "Order: Email =")]
    [InlineData("await db.Orders.Where(o => o.Email == email).ExecuteUpdateAsync(s => s.SetProperty(o => o.IsPaid, true));", "Order: Email =")]
    [InlineData("db.Set<Order>().Where(o => o.Email == email).ToArray();", "Order: Email =")]
    [InlineData("await db.Orders.Where(o => o.Email == email).ToDictionaryAsync(o => o.Id);", "Order: Email =")]
    [InlineData("db.Orders.AsQueryable().Where(o => o.Email == email).AsEnumerable().Where(o => o.Phone == phone).Count();", "Order: Email =")]
    public void Executing_operators_are_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("(from o in db.Orders where o.Email == email select o).ToList();", "Order: Email =")]
    [InlineData("await (from o in db.Orders where o.Email == email where o.IsPaid orderby o.CreatedAt descending, o.Id select o.Id).Take(10).ToListAsync();", "Order: Email = & IsPaid~ true order by CreatedAt desc, Id limit")]
    [InlineData("foreach (var o in from x in db.Orders where x.Quantity > id select x) { }", "Order: Quantity <>")]
    public void Query_syntax_is_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("var compiled = EF.CompileQuery((Db d, string e) => d.Orders.First(o => o.Email == e));", "Order: Email = limit")]
    [InlineData("var compiled = EF.CompileAsyncQuery((Db d, string e) => d.Orders.Where(o => o.Email == e));", "Order: Email =")]
    public void Compiled_queries_are_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("Expression<Func<Order, bool>> p = o => o.Email == email; db.Orders.Where(p).ToList();", "Order: Email =")]
    [InlineData("Expression<Func<Order, int>> k = o => o.Id; db.Orders.OrderBy(k).First();", "Order:  order by Id limit")]
    public void A_lambda_in_a_local_is_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("foreach (var o in db.Orders.Where(o => o.Email == email)) { }", "Order: Email =")]
    [InlineData("await foreach (var o in db.Orders.Where(o => o.Email == email).AsAsyncEnumerable()) { }", "Order: Email =")]
    [InlineData("foreach (var (a, b) in db.Orders.Where(o => o.Email == email).Select(o => ValueTuple.Create(o.Id, o.Email))) { }", "Order: Email =")]
    public void Loops_over_a_query_are_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("db.Orders.AsNoTracking().Include(o => o.Customer).Where(o => o.Email == email).OrderBy(o => o.Id).ThenByDescending(o => o.Email).Select(o => o.Id).ToList();", "Order: Email = order by Id, Email desc")]
    [InlineData("db.Orders.Where(o => o.Email == email).GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() }).ToList();", "Order: Email =")]
    [InlineData("db.Orders.Where(o => o.Email == email).Where(o => o.Phone == phone).Skip(10).Take(10).ToList();", "Order: Email = & Phone = limit")]
    [InlineData("db.Orders.IgnoreQueryFilters().Where(o => o.Email == email).ToList();", "Order: Email = unfiltered")]
    [InlineData("db.Orders.OrderBy(o => o.Email).OrderBy(o => o.Id).Where(o => o.IsPaid).ToList();", "Order: IsPaid~ true order by Id")]
    [InlineData("db.Orders.OrderBy(o => o.Email.ToLower()).ThenBy(o => o.Id).Where(o => o.Email == email).ToList();", "Order: Email = order by o.Email.ToLower(), Id")]
    [InlineData("db.Orders.OrderBy(o => o.Email).ThenBy(o => o.Phone.ToLower()).Take(3).ToList();", "Order:  order by Email, o.Phone.ToLower() limit")]
    [InlineData("db.Orders.OrderBy(o => o.Total).ThenBy(o => o.Quantity + o.Id).Take(3).ToList();", "Order:  order by Total#, ? limit")]
    [InlineData("db.Orders.OrderBy(o => o.Id).Last(o => o.Email == email);", "Order: Email = order by Id desc limit")]
    [InlineData("db.Orders.OrderByDescending(o => o.Id).Reverse().ToList();", "Order:  order by Id")]
    [InlineData("db.Orders.OrderBy(o => o.Id).Take(3).OrderBy(o => o.Email).ToList();", "Order:  order by Id limit")]
    [InlineData("db.Orders.OrderBy(o => o.Id).Distinct().Take(3).ToList();", "Order:  order by ? limit")]
    [InlineData("db.Orders.GroupBy(o => o.Email).OrderBy(g => g.Count()).Take(3).ToList();", "Order:  order by ? limit")]
    [InlineData("db.Orders.OrderBy(o => o.Id).ElementAt(3);", "Order:  order by Id limit")]
    [InlineData("db.Orders.Select(o => o.Id).Order().Take(1).ToList();", "Order:  order by Id limit")]
    [InlineData("db.Orders.Where(o => o.Email == email).DefaultIfEmpty().ToList();", "Order: Email =")]
    [InlineData("db.Orders.OfType<Order>().Where(o => o.Email == email).ToList();", "Order: Email =")]
    [InlineData("db.Orders.OfType<RushOrder>().Where(o => o.Email == email && o.Fee > 1).ToList();", "RushOrder: Email = & Fee# <>")]
    [InlineData("db.Orders.Where(o => o.Email == email).Include(o => o.Lines.Where(l => l.Sku == email)).AsSplitQuery().ToList();", "Order: Email =")]
    [InlineData("db.Orders.Where(o => o.Email == email).Select(o => o.Id).Contains(id);", "Order: Email = & Id =")]
    [InlineData("db.Orders.Max(o => o.CreatedAt);", "Order: ")]
    [InlineData("db.Orders.ToList();", "Order: ")]
    public void The_operators_between_are_looked_through(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("db.Orders.Take(10).Where(o => o.Email == email).ToList();")]
    [InlineData("db.Orders.GroupBy(o => o.Email).Where(g => g.Key == email).ToList();")]
    [InlineData("db.Orders.Where(predicate).ToList();")]
    [InlineData("Expression<Func<Order, bool>> p = o => o.Email == email; if (flag) p = o => o.Phone == phone; db.Orders.Where(p).ToList();")]
    [InlineData("db.Orders.Where((o, i) => o.Email == email).ToList();")]
    public void A_filter_that_cannot_be_read_is_unknown(string query) => Assert.EndsWith("unknown", Assert.Single(QueryText.ShapesOf(query)).Replace(" limit", ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("db.Orders.Where(o => o.Email == email).Concat(db.Orders.Where(o => o.Phone == phone)).ToList();")]
    [InlineData("db.Orders.Except(db.Orders.Where(o => o.Phone == phone)).ToList();")]
    [InlineData("db.Orders.Join(ids, o => o.Id, i => i, (o, i) => o).Where(o => o.Email == email).ToList();")]
    [InlineData("((IEnumerable<Order>)db.Orders).Where(o => o.Email == email).ToList();")]
    [InlineData("db.Orders.Where(o => o.Email == email).Union(db.Orders.Where(o => o.Phone == phone)).ToList();")]
    [InlineData("db.Set<Order>(\"Archive\").Where(o => o.Email == email).ToList();")]
    [InlineData("db.Orders.FromSqlRaw(\"select * from Orders\").Where(o => o.Email == email).ToList();")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); var s = q.ToString();")]
    [InlineData("Expression<Func<Customer, bool>> e = c => db.Orders.Any(o => o.Email == c.Name);")]
    public void A_query_that_is_not_one_straight_read_of_one_table_is_left_alone(string query) => Assert.Empty(QueryText.ShapesOf(query));

    [Theory]
    [InlineData("var Orders = new List<Order>(); Orders.Where(o => o.Email == email).ToList(); Orders.First(o => o.Email == email);")]
    [InlineData("var Orders = new List<Order>().AsQueryable(); Orders.Where(o => o.Email == email).ToList();")]
    public void In_memory_LINQ_is_left_alone(string query) => Assert.Empty(QueryText.ShapesOf(query));

    [Fact]
    public void Only_the_query_is_read_of_what_follows_it_in_memory() =>
        Assert.Equal(["Order: Email ="], QueryText.ShapesOf("db.Orders.Where(o => o.Email == email).ToList().First(o => o.Phone == phone);"));

    [Fact]
    public void A_query_inside_a_lambda_that_is_no_expression_tree_is_read() =>
        Assert.Equal(["Order: Email = limit"], QueryText.ShapesOf("Func<Task> later = async () => await db.Orders.FirstAsync(o => o.Email == email);"));

    [Fact]
    public void A_long_chain_of_operands_is_read() =>
        Assert.Equal("Order: " + string.Join(" & ", Enumerable.Repeat("Email =", 200)), QueryText.ShapesOf($"db.Orders.Where(o => {string.Join(" && ", Enumerable.Repeat("o.Email == email", 200))}).ToList();").Single());
}
