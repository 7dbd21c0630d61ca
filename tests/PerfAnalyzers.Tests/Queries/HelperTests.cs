using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>Queries that go through methods and properties of the user's own.</summary>
public class HelperTests
{
    private const string Extensions = """
        public static class Extensions
        {
            public static IQueryable<Order> Paid(this IQueryable<Order> orders) => orders.Where(o => o.IsPaid);
            public static IQueryable<Order> ForMail(this IQueryable<Order> orders, string mail) { return orders.Where(o => o.Email == mail); }
            public static IQueryable<T> WhereIf<T>(this IQueryable<T> q, bool condition, Expression<Func<T, bool>> filter) => condition ? q.Where(filter) : q;
            public static IQueryable<Order> Search(this IQueryable<Order> q, string? mail, int? id)
            {
                if (mail != null)
                    q = q.Where(o => o.Email == mail);
                if (id.HasValue)
                    q = q.Where(o => o.Id == id);
                return q.OrderBy(o => o.CreatedAt);
            }
            public static IQueryable<T> WithId<T>(this IQueryable<T> q, int id) where T : Line => q.Where(x => x.Id == id);
            public static IQueryable<T> Page<T>(this IQueryable<T> q, int page) => q.Skip(page * 10).Take(10);
            public static IQueryable<Order> Either(this IQueryable<Order> q, bool first) { if (first) return q.Where(o => o.Email == ""); return q; }
            public static IQueryable<Order> Endless(this IQueryable<Order> q) => q.Endless().Where(o => o.Email == "");
            public static IQueryable<Order> Ping(this IQueryable<Order> q) => q.Pong();
            public static IQueryable<Order> Pong(this IQueryable<Order> q) => q.Ping();
            public static IQueryable<Order> Lazy(this IQueryable<Order> q) { var p = q; p = p.Where(o => p.Any(x => x.Email == o.Email)); return p; }
        }
        """;

    [Theory]
    [InlineData("db.Orders.Paid().ToList();", "Order: IsPaid~ true")]
    [InlineData("db.Orders.Paid().ForMail(email).First();", "Order: IsPaid~ true & Email = limit")]
    [InlineData("db.Orders.WhereIf(flag, o => o.Email == email).WhereIf(flag, o => o.Phone == phone).ToList();", "Order: Email = & Phone = possible")]
    [InlineData("db.Orders.Search(email, id).ToList();", "Order: Email = & Id = order by CreatedAt possible")]
    [InlineData("db.Orders.Where(o => o.Email == email).OrderBy(o => o.Id).Page(3).ToList();", "Order: Email = order by Id limit")]
    [InlineData("db.Orders.Either(flag).ToList();", "Order: Email = possible")]
    [InlineData("db.Lines.Cast<Line>().WithId(3).ToList();", "Line: Id =")]
    [InlineData("var q = db.Orders.Paid(); q = q.ForMail(email); q.ToList();", "Order: IsPaid~ true & Email =")]
    [InlineData("Extensions.Paid(db.Orders).ToList();", "Order: IsPaid~ true")]
    public void An_extension_method_is_followed(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query.Replace(".Cast<Line>()", "").Replace("db.Lines.WithId", "db.Set<Line>().WithId"), Extensions.Replace("where T : Line => q.Where(x => x.Id == id)", "where T : Line => q.Where(x => x.Id == id)")));

    [Theory]
    [InlineData("db.Orders.Endless().ToList();")]
    [InlineData("db.Orders.Ping().ToList();")]
    public void What_calls_itself_is_left_alone(string query) => Assert.Empty(QueryText.ShapesOf(query, Extensions));

    [Fact]
    public void A_variable_in_its_own_filter_is_unknown() => Assert.StartsWith("Order: unknown", Assert.Single(QueryText.ShapesOf("db.Orders.Lazy().ToList();", Extensions)), StringComparison.Ordinal);

    private const string Specifications = """
        public static class Specs
        {
            public static readonly Expression<Func<Order, bool>> Field = o => o.Email == "";
            public static Expression<Func<Order, bool>> Property => o => o.Email == "";
            public static Expression<Func<Order, bool>> Method(string mail) => o => o.Email == mail;
            public static Expression<Func<Order, bool>> Changing = o => o.Email == "";
            public static Expression<Func<Order, bool>> Choosing(bool x) => x ? o => o.Email == "" : o => o.Phone == "";
        }
        """;

    [Theory]
    [InlineData("Specs.Field")]
    [InlineData("Specs.Property")]
    [InlineData("Specs.Method(email)")]
    public void A_filter_kept_in_a_member_is_read(string filter)
    {
        var (shape, sites) = QueryText.SitesOf($"db.Orders.Where({filter}).ToList();", Specifications).Single();
        Assert.Equal(("Order: Email =", filter.Split('.', '(')[1]), (shape, sites.Single()));
    }

    [Theory]
    [InlineData("Specs.Changing")]
    [InlineData("Specs.Choosing(flag)")]
    public void A_filter_that_may_be_another_is_unknown(string filter) => Assert.Equal(["Order: unknown"], QueryText.ShapesOf($"db.Orders.Where({filter}).ToList();", Specifications));

    private const string Repositories = """
        public interface IRepository<T> where T : class
        {
            IQueryable<T> All();
            Task<T?> FindAsync(Expression<Func<T, bool>> filter);
        }
        public class Repository<T>(Db db) : IRepository<T> where T : class
        {
            protected readonly DbSet<T> Rows = db.Set<T>();
            public IQueryable<T> All() => Rows.AsNoTracking();
            public async Task<T?> FindAsync(Expression<Func<T, bool>> filter) => await Rows.FirstOrDefaultAsync(filter).ConfigureAwait(false);
            public List<T> List(Expression<Func<T, bool>>? filter = null)
            {
                IQueryable<T> q = Rows;
                if (filter != null)
                    q = q.Where(filter);
                return q.ToList();
            }
            public bool Test(Expression<Func<T, bool>> filter) => Rows.ToList().Any(filter.Compile());
            public T? Slow(Expression<Func<T, bool>> filter) { foreach (var row in Rows) return row; return null; }
            public virtual IQueryable<T> Open() => Rows;
        }
        public class OrderRepository(Db db) : Repository<Order>(db)
        {
            public IQueryable<Order> Paid => All().Where(o => o.IsPaid);
            public IQueryable<Order> PaidTo(string mail) { var q = Paid; return q.Where(o => o.Email == mail); }
        }
        public interface ITwice { IQueryable<Order> Rows(); }
        public class Once(Db db) : ITwice { public IQueryable<Order> Rows() => db.Orders; }
        public class Again(Db db) : ITwice { public IQueryable<Order> Rows() => db.Orders; }
        public interface INever { IQueryable<Order> Rows(); Task<Order> FindAsync(Expression<Func<Order, bool>> filter); }
        public class Mock<T> { public void Setup(Expression<Func<T, bool>> call) { } public void Verify(Expression<Func<T, bool>> call) { } }
        """;

    [Theory]
    [InlineData("new Repository<Order>(db).All().Where(o => o.Email == email).ToList();", "Order: Email =")]
    [InlineData("IRepository<Line> repo = new Repository<Line>(db); repo.All().Where(l => l.Sku == email).ToList();", "Line: Sku =")]
    [InlineData("var repo = new OrderRepository(db); repo.PaidTo(email).ToList();", "Order: IsPaid~ true & Email =")]
    [InlineData("var repo = new OrderRepository(db); repo.Paid.Count(o => o.Phone == phone);", "Order: IsPaid~ true & Phone =")]
    [InlineData("var repo = new OrderRepository(db); (from o in repo.All() where o.Phone == phone select o).ToList();", "Order: Phone =")]
    [InlineData("Base().Where(o => o.Email == email).ToList(); IQueryable<Order> Base() => db.Orders.Where(o => o.IsPaid);", "Order: IsPaid~ true & Email =")]
    public void A_method_that_returns_a_query_is_followed(string query, string shape) => Assert.Contains(shape, QueryText.ShapesOf(query, Repositories));

    [Theory]
    [InlineData("ITwice rows = new Once(db); rows.Rows().Where(o => o.Email == email).ToList();")]
    [InlineData("INever rows = null!; rows.Rows().Where(o => o.Email == email).ToList();")]
    [InlineData("new Repository<Order>(db).Open().Where(o => o.Email == email).ToList();")]
    public void A_method_that_may_be_another_is_left_alone(string query) => Assert.DoesNotContain(QueryText.ShapesOf(query, Repositories), shape => shape.Contains("Email"));

    [Theory]
    [InlineData("await new Repository<Order>(db).FindAsync(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("IRepository<Order> repo = new Repository<Order>(db); await repo.FindAsync(o => o.Email == email);", "Order: Email = limit")]
    [InlineData("new OrderRepository(db).List(o => o.Email == email);", "Order: Email = possible")]
    public void A_filter_handed_to_a_method_that_runs_it_is_read(string query, string shape) => Assert.Contains(shape, QueryText.ShapesOf(query, Repositories));

    [Theory]
    [InlineData("INever repo = null!; await repo.FindAsync(o => o.Email == email);")]
    [InlineData("new Repository<Order>(db).Test(o => o.Email == email);")]
    [InlineData("new Repository<Order>(db).Slow(o => o.Email == email);")]
    [InlineData("new Mock<Order>().Setup(o => o.Email == email); new Mock<Order>().Verify(o => o.Email == email);")]
    public void A_filter_handed_elsewhere_is_left_alone(string query) => Assert.DoesNotContain(QueryText.ShapesOf(query, Repositories), shape => shape.Contains("Email"));

    [Fact]
    public void A_predicate_in_another_method_is_placed_at_the_call() => Assert.Equal(["Paid", "o.Email == email", "o.Email"], QueryText.SitesOf("db.Orders.Paid().Where(o => o.Email == email).ToList();", Extensions).Single().Sites);

    [Fact]
    public void A_filter_handed_to_a_method_is_placed_where_it_is_written() => Assert.Contains("o.Email == email", QueryText.SitesOf("await new Repository<Order>(db).FindAsync(o => o.Email == email);", Repositories).Single(found => found.Shape.Contains("Email")).Sites);
}
