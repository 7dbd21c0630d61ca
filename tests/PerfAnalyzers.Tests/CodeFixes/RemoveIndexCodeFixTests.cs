using PerfAnalyzers.CodeFixes;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.CodeFixes;

public class RemoveIndexCodeFixTests
{
    private const string Members = """
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public string Phone { get; set; } = "";
        }

        """;

    [Fact]
    public Task An_attribute_on_its_own_line_goes() => Verify(
        "[{|PERF108:Index(nameof(Email))|}]\n[Index(nameof(Email), nameof(Phone))]\npublic class Order\n" + Members + PlainDb,
        "[Index(nameof(Email), nameof(Phone))]\npublic class Order\n" + Members + PlainDb);

    [Fact]
    public Task Of_attributes_in_one_list_the_others_stay() => Verify(
        "[{|PERF108:Index(nameof(Email))|}, Index(nameof(Email), nameof(Phone))]\npublic class Order\n" + Members + PlainDb,
        "[Index(nameof(Email), nameof(Phone))]\npublic class Order\n" + Members + PlainDb);

    [Fact]
    public Task A_statement_goes_with_the_calls_that_configure_the_index() => Verify(
        "public class Order\n" + Members + Configured("""
                    builder.{|PERF108:HasIndex(o => o.Email)|}.IsUnique(false).HasDatabaseName("IX_Email");
                    builder.HasIndex(o => new { o.Email, o.Phone });
            """),
        "public class Order\n" + Members + Configured("""
                    builder.HasIndex(o => new { o.Email, o.Phone });
            """));

    [Fact]
    public Task What_is_all_of_a_lambda_is_left_to_the_user()
    {
        var source = "[Index(nameof(Email), nameof(Phone))]\npublic class Order\n" + Members + """
            public class Db : DbContext
            {
                public DbSet<Order> Orders => Set<Order>();
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>(order => order.{|PERF108:HasIndex(o => o.Email)|});
            }
            """;
        return Verify(source, source);
    }

    private const string PlainDb = """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
        }
        """;

    private static string Configured(string statements) => $$"""
        public class OrderConfiguration : IEntityTypeConfiguration<Order>
        {
            public void Configure(EntityTypeBuilder<Order> builder)
            {
        {{statements}}
            }
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new OrderConfiguration());
        }
        """;

    private static Task Verify(string source, string fixedSource) => RuleVerifier.VerifyFix<RemoveIndexCodeFixProvider>(
        TestCompilation.SqliteReferences, [TestCompilation.Usings + source], [TestCompilation.Usings + fixedSource]);
}
