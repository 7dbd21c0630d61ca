using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

public class CompositeIndexSkippedTests
{
    private const string Model = """
        public enum Status { Open, Paid }
        public class Order
        {
            public int Id { get; set; }
            public int TenantId { get; set; }
            public string Number { get; set; } = "";
            public Status Status { get; set; }
            public string Email { get; set; } = "";
        }
        public class OrderConfiguration : IEntityTypeConfiguration<Order>
        {
            public void Configure(EntityTypeBuilder<Order> builder)
            {
                builder.HasIndex(o => new { o.TenantId, o.Number });
                builder.HasIndex(o => new { o.TenantId, o.Status });
            }
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new OrderConfiguration());
        }

        """;

    [Fact]
    public Task A_filter_on_the_second_column_is_reported() => Verify("db.Orders.Single(o => {|PERF102:o.Number == number|});");

    [Fact]
    public Task A_filter_that_the_index_could_narrow_is_reported_with_others() =>
        Verify("db.Orders.Where(o => {|PERF102:o.Email == number && o.Number == number|}).ToList();");

    [Theory]
    [InlineData("db.Orders.Single(o => o.TenantId == tenant && o.Number == number);")]
    [InlineData("db.Orders.Where(o => o.TenantId == tenant).Single(o => o.Number == number);")]
    [InlineData("db.Orders.Where(o => o.TenantId == tenant).ToList();")]
    public Task A_filter_that_constrains_the_leading_column_is_left_alone(string query) => Verify(query);

    [Fact]
    public Task A_column_of_few_values_alone_is_another_rules() => Verify("db.Orders.Where(o => {|PERF111:o.Status == Status.Paid|}).ToList();");

    [Fact]
    public Task A_column_in_no_index_is_another_rules() => Verify("db.Orders.Where(o => {|PERF101:o.Email == number|}).ToList();");

    private static Task Verify(string query) => RuleVerifier.Verify(Model + $$"""
        public class Queries
        {
            public void Run(Db db, string number, int tenant)
            {
                {{query}}
            }
        }
        """);
}
