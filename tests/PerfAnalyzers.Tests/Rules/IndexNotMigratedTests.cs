using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

public class IndexNotMigratedTests
{
    [Fact]
    public Task An_attribute_is_reported_where_it_stands() => Verify("[{|PERF109:Index(nameof(B))|}, Index(nameof(A))]", "");

    [Fact]
    public Task A_call_is_reported_without_what_it_is_called_on() => Verify("", "modelBuilder.Entity<Order>().{|PERF109:HasIndex(o => o.B)|}.IsUnique();");

    [Fact]
    public Task A_call_in_a_configuration_class_is_reported_there() => Verify(
        "",
        "modelBuilder.ApplyConfiguration(new OrderConfiguration());",
        "public class OrderConfiguration : IEntityTypeConfiguration<Order> { public void Configure(EntityTypeBuilder<Order> builder) => builder.{|PERF109:HasIndex(o => o.B)|}; }");

    [Fact]
    public async Task The_message_names_the_index() => Assert.Contains(
        "PERF109: The model declares index (B) on 'Order', but the latest migration doesn't know it: add a migration",
        await RuleVerifier.Messages(TestCompilation.SqliteReferences, Source("[Index(nameof(B))]", "", "Db")));

    [Fact]
    public Task An_index_that_the_snapshot_holds_is_left_alone() => Verify("[Index(nameof(A))]", "");

    [Fact]
    public Task Another_order_of_the_columns_is_another_index() => Verify("[{|PERF109:Index(nameof(B), nameof(A))|}]", "");

    [Fact]
    public Task An_index_that_a_convention_makes_is_left_alone() => Verify("", "modelBuilder.Entity<Order>().HasOne<Customer>().WithMany().HasForeignKey(o => o.B);");

    [Fact]
    public Task A_key_is_left_alone() => Verify("", "modelBuilder.Entity<Order>().HasAlternateKey(o => o.B);");

    [Fact]
    public Task An_index_on_a_condition_is_left_alone() => Verify("", "if (Database.IsSqlite()) modelBuilder.Entity<Order>().HasIndex(o => o.B);");

    [Fact]
    public Task A_migration_that_creates_it_by_SQL_counts() => Verify(
        "[Index(nameof(B))]",
        "",
        """
        public class ByB : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE INDEX ix ON Orders (B)");
        }
        """);

    [Fact]
    public Task Without_a_snapshot_of_the_context_nothing_is_said() => RuleVerifier.Verify(TestCompilation.SqliteReferences, Source("[Index(nameof(B))]", "", "OtherDb"));

    [Fact]
    public Task Nothing_is_said_of_a_model_that_is_not_fully_understood() => Verify("[Index(nameof(B))]", "if (Database.IsSqlite()) modelBuilder.Entity<Order>().HasKey(o => o.A);");

    private static Task Verify(string attributes, string statements, string types = "") =>
        RuleVerifier.Verify(TestCompilation.SqliteReferences, Source(attributes, statements, "Db") + types);

    private static string Source(string attributes, string statements, string contextOfSnapshot) => $$"""
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Migrations;

        {{attributes}}
        public class Order { public int Id { get; set; } public int A { get; set; } public int B { get; set; } }
        public class Customer { public int Id { get; set; } }
        public class OtherDb : DbContext { }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) { {{statements}} }
        }
        [DbContext(typeof({{contextOfSnapshot}}))]
        public partial class Snapshot : ModelSnapshot
        {
            protected override void BuildModel(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity("Order", b =>
                    {
                        b.Property<int>("Id").HasColumnType("INTEGER");
                        b.Property<int>("A").HasColumnType("INTEGER");
                        b.Property<int>("B").HasColumnType("INTEGER");
                        b.HasKey("Id");
                        b.HasIndex("A");
                        b.ToTable("Orders");
                    });
            }
        }

        """;
}
