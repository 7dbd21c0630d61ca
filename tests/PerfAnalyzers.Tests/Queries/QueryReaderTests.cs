using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

public class QueryReaderTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => o.Email == email).ToList();", "Order: Email =")]
    [InlineData("db.Orders.First(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("await db.Orders.FirstOrDefaultAsync(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("await db.Orders.SingleAsync(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("await db.Orders.AnyAsync(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("await db.Orders.CountAsync(o => o.Email == email);", "Order: Email =")]
    [InlineData("db.Orders.LongCount(o => o.Email == email);", "Order: Email =")]
    [InlineData("db.Orders.All(o => o.Email != email);", "Order: Email = limit")]
    [InlineData("await db.Orders.Where(o => o.Email == email).SumAsync(o => o.Total);", "Order: Email =")]
    [InlineData("await db.Orders.Where(o => o.Email == email).ExecuteDeleteAsync();", "Order: Email =")]
    [InlineData("await db.Orders.Where(o => o.Email == email).ExecuteUpdateAsync(s => s.SetProperty(o => o.IsPaid, true));", "Order: Email =")]
    [InlineData("db.Set<Order>().Where(o => o.Email == email).ToArray();", "Order: Email =")]
    [InlineData("await db.Orders.Where(o => o.Email == email).ToDictionaryAsync(o => o.Id);", "Order: Email =")]
    [InlineData("db.Orders.AsQueryable().Where(o => o.Email == email).AsEnumerable().Where(o => o.Phone == phone).Count();", "Order: Email =")]
    public void Executing_operators_are_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("(from o in db.Orders where o.Email == email select o).ToList();", "Order: Email =")]
    [InlineData("await (from o in db.Orders where o.Email == email where o.IsPaid orderby o.CreatedAt descending, o.Id select o.Id).Take(10).ToListAsync();", "Order: Email = & IsPaid~ = order by CreatedAt desc, Id limit")]
    [InlineData("foreach (var o in from x in db.Orders where x.Quantity > id select x) { }", "Order: Quantity <>")]
    public void Query_syntax_is_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("foreach (var o in db.Orders.Where(o => o.Email == email)) { }", "Order: Email =")]
    [InlineData("await foreach (var o in db.Orders.Where(o => o.Email == email).AsAsyncEnumerable()) { }", "Order: Email =")]
    [InlineData("foreach (var (a, b) in db.Orders.Where(o => o.Email == email).Select(o => ValueTuple.Create(o.Id, o.Email))) { }", "Order: Email =")]
    public void Loops_over_a_query_are_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("o.Email.Equals(email)", "Email =")]
    [InlineData("string.Equals(o.Email, email)", "Email =")]
    [InlineData("email == o.Email", "Email =")]
    [InlineData("object.Equals(o.Quantity, id)", "Quantity =")]
    [InlineData("!(o.Email != email)", "Email =")]
    [InlineData("o.Email != email", "Email !=")]
    [InlineData("o.ParentId == null", "ParentId =")]
    [InlineData("o.ParentId.HasValue", "ParentId !=")]
    [InlineData("!o.ParentId.HasValue", "ParentId =")]
    [InlineData("o.ParentId.Value == id", "ParentId =")]
    [InlineData("o.ParentId!.Value == id", "ParentId =")]
    [InlineData("o.ParentId == id", "ParentId =")]
    [InlineData("o.CreatedAt >= since", "CreatedAt <>")]
    [InlineData("since.AddDays(-1) < o.CreatedAt", "CreatedAt <>")]
    [InlineData("o.PaidAt > since", "PaidAt <>")]
    [InlineData("o.Token == Guid.Empty", "Token =")]
    [InlineData("o.Total < 10", "Total <>")]
    [InlineData("o.Small == id", "Small =")]
    [InlineData("o.IsPaid", "IsPaid~ =")]
    [InlineData("!o.IsPaid", "IsPaid~ =")]
    [InlineData("o.IsPaid == flag", "IsPaid~ =")]
    [InlineData("o.Status == status", "Status~ =")]
    [InlineData("o.OldStatus == OrderStatus.Paid", "OldStatus~ =")]
    [InlineData("(int)o.Status == id", "Status~ =")]
    [InlineData("EF.Property<string>(o, \"Shadow\") == email", "Shadow =")]
    [InlineData("o.Customer.Id == id", "Customer.Id =")]
    [InlineData("o.Customer!.Id == id", "Customer.Id =")]
    public void Comparisons_are_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("ids.Contains(o.Id)", "Id in")]
    [InlineData("emails.Contains(o.Email)", "Email in")]
    [InlineData("new HashSet<int>(ids).Contains(o.Id)", "Id in")]
    [InlineData("new[] { 1, 2 }.Contains(o.Quantity)", "Quantity in")]
    [InlineData("Enumerable.Contains(ids, o.Id)", "Id in")]
    [InlineData("new[] { OrderStatus.Open }.Contains(o.Status)", "Status~ in")]
    [InlineData("!emails.Contains(o.Email)", "Email !=")]
    [InlineData("db.Lines.Select(l => l.OrderId).Contains(o.Id)", "unknown")]
    [InlineData("new[] { o.Email, o.Phone }.Contains(o.Email)", "unknown")]
    public void Lists_are_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.Email == email && o.Phone == phone && o.IsPaid", "Email = & Phone = & IsPaid~ =")]
    [InlineData("o.Email == email || o.Phone == phone", "(Email = | Phone =)")]
    [InlineData("!(o.Email == email || o.Quantity < id)", "Email != & Quantity <>")]
    [InlineData("!(o.Email != email && o.Phone != phone)", "(Email = | Phone =)")]
    [InlineData("o.Id == id && (o.Email == email || o.Phone == phone)", "Id = & (Email = | Phone =)")]
    [InlineData("phone == null || o.Phone == phone", "(constant | Phone =)")]
    [InlineData("flag && o.Email == email", "constant & Email =")]
    public void Logic_is_read(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.Email.Contains(email)", "opaque")]
    [InlineData("o.Email.EndsWith(email)", "opaque")]
    [InlineData("o.Quantity == o.CustomerId", "opaque")]
    [InlineData("o.Email.ToLower() == email", "unknown")]
    [InlineData("o.Email.StartsWith(email)", "unknown")]
    [InlineData("o.Quantity + 1 == id", "unknown")]
    [InlineData("o.Quantity == big", "unknown")]
    [InlineData("(byte)o.Quantity == 1", "unknown")]
    [InlineData("o.Lines.Any(l => l.Sku == email)", "unknown")]
    [InlineData("db.Lines.Any(l => l.OrderId == o.Id)", "unknown")]
    [InlineData("EF.Functions.Like(o.Email, email)", "unknown")]
    [InlineData("string.IsNullOrEmpty(o.Email)", "unknown")]
    [InlineData("(o.IsPaid ? o.Email : o.Phone) == email", "unknown")]
    [InlineData("o.CreatedAt.Year == id", "CreatedAt.Year =")]
    [InlineData("o.Customer.Name == email", "Customer.Name =")]
    [InlineData("o.Customer.Name == o.Email", "unknown")]
    public void What_is_no_plain_column_is_not_taken_for_one(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("db.Orders.AsNoTracking().Include(o => o.Customer).Where(o => o.Email == email).OrderBy(o => o.Id).ThenByDescending(o => o.Email).Select(o => o.Id).ToList();", "Order: Email = order by Id, Email desc")]
    [InlineData("db.Orders.Where(o => o.Email == email).GroupBy(o => o.Status).Select(g => new { g.Key, Count = g.Count() }).ToList();", "Order: Email =")]
    [InlineData("db.Orders.Where(o => o.Email == email).Where(o => o.Phone == phone).Skip(10).Take(10).ToList();", "Order: Email = & Phone = limit")]
    [InlineData("db.Orders.IgnoreQueryFilters().Where(o => o.Email == email).ToList();", "Order: Email = unfiltered")]
    [InlineData("db.Orders.OrderBy(o => o.Email).OrderBy(o => o.Id).Where(o => o.IsPaid).ToList();", "Order: IsPaid~ = order by Id")]
    [InlineData("db.Orders.OrderBy(o => o.Email.ToLower()).ThenBy(o => o.Id).Where(o => o.Email == email).ToList();", "Order: Email =")]
    [InlineData("db.Orders.ToList();", "Order: ")]
    public void The_operators_between_are_looked_through(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("db.Orders.Select(o => o.Email).Where(e => e == email).ToList();")]
    [InlineData("db.Orders.Select(o => o.Email).First(e => e == email);")]
    [InlineData("db.Orders.Take(10).Where(o => o.Email == email).ToList();")]
    [InlineData("db.Orders.GroupBy(o => o.Email).Where(g => g.Key == email).ToList();")]
    [InlineData("db.Orders.Where(predicate).ToList();")]
    [InlineData("db.Orders.Where((o, i) => o.Email == email).ToList();")]
    [InlineData("(from o in db.Orders let e = o.Email where e == email select o).ToList();")]
    public void A_filter_that_cannot_be_read_is_unknown(string query) => Assert.EndsWith("unknown", Assert.Single(QueryText.ShapesOf(query)).Replace(" limit", ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("db.Orders.Join(db.Lines, o => o.Id, l => l.OrderId, (o, l) => o).Where(o => o.Email == email).ToList();")]
    [InlineData("(from o in db.Orders join l in db.Lines on o.Id equals l.OrderId where o.Email == email select o).ToList();")]
    [InlineData("(from o in db.Orders from l in o.Lines where o.Email == email select l).ToList();")]
    [InlineData("db.Orders.Where(o => o.Email == email).Union(db.Orders.Where(o => o.Phone == phone)).ToList();")]
    [InlineData("db.Orders.FromSqlRaw(\"select * from Orders\").Where(o => o.Email == email).ToList();")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); var s = q.ToString();")]
    [InlineData("Expression<Func<Customer, bool>> e = c => db.Orders.Any(o => o.Email == c.Name);")]
    [InlineData("var compiled = EF.CompileQuery((Db d, string e) => d.Orders.First(o => o.Email == e));")]
    [InlineData("db.Orders.OfType<Order>().Where(o => o.Email == email).ToList();")]
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
