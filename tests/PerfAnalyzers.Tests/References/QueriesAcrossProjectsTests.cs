using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.References;

/// <summary>The analyzer judges a query by the model of another project.</summary>
public class QueriesAcrossProjectsTests
{
    private const string Data = """
        namespace Shop;
        public class Order { public int Id { get; set; } public string Email { get; set; } = ""; public string Phone { get; set; } = ""; }
        public class ShopContext : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(o => o.Phone);
        }
        """;

    private const string Queries = """
        class OrderQueries
        {
            Task<List<Shop.Order>> ByEmail(Shop.ShopContext db, string email) => db.Orders.Where(o => {0}).ToListAsync();
            Task<List<Shop.Order>> ByPhone(Shop.ShopContext db, string phone) => db.Orders.Where(o => o.Phone == phone).ToListAsync();
        }
        """;

    [Fact]
    public Task A_query_that_no_index_over_there_serves_is_reported() =>
        RuleVerifier.Verify(
            [.. TestCompilation.SqliteReferences, OtherProject.Build(OtherProject.Create("Data", Data))],
            Queries.Replace("{0}", "{|PERF101:o.Email == email|}", StringComparison.Ordinal));

    [Fact]
    public Task Without_an_export_nothing_is_said() =>
        RuleVerifier.Verify(
            [.. TestCompilation.SqliteReferences, OtherProject.BuildWithoutExport(OtherProject.Create("Data", Data))],
            Queries.Replace("{0}", "o.Email == email", StringComparison.Ordinal));
}
