using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Tests.EfModel.Snapshots;

/// <summary>What the snapshot of the last migration adds to the model.</summary>
public class SnapshotMergeTests
{
    [Fact]
    public void A_declared_index_that_the_snapshot_lacks_is_missing_from_the_migrations() =>
        Assert.Equal(["(B)"], Read("modelBuilder.Entity<Order>().HasIndex(o => o.B);").MissingFromMigrations.Select(ModelText.Text));

    [Fact]
    public void An_index_that_the_snapshot_has_is_not_missing() =>
        Assert.Empty(Read("modelBuilder.Entity<Order>().HasIndex(o => o.A);").MissingFromMigrations);

    [Fact]
    public void Without_a_snapshot_nothing_is_missing() =>
        Assert.Empty(Read("modelBuilder.Entity<Order>().HasIndex(o => o.B);", context: "Other").MissingFromMigrations);

    [Fact]
    public void An_index_on_a_condition_is_not_missing() =>
        Assert.Empty(Read("if (Database.IsSqlite()) modelBuilder.Entity<Order>().HasIndex(o => o.B);").MissingFromMigrations);

    [Theory]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.A).Encrypted();", false)]
    [InlineData("modelBuilder.Entity<Order>().HasIndex(Columns());", false)]
    [InlineData("modelBuilder.Entity<Order>().IsMultiTenant();", true)]
    [InlineData("modelBuilder.UsePlugins();", true)]
    public void It_makes_up_for_code_that_cannot_be_followed(string statement, bool mayHaveFilters)
    {
        var table = Read(statement);
        Assert.Equal(KnowledgeLevel.Complete, table.Knowledge.Level);
        Assert.Contains("(A)", table.Indexes.Select(ModelText.Text));
        Assert.Equal(mayHaveFilters, table.HasFilterOnOtherTables);
    }

    [Theory]
    [InlineData("if (Database.IsSqlite()) modelBuilder.Entity<Order>().HasKey(o => o.A);")]
    [InlineData("modelBuilder.Entity<Order>().ToTable(\"x\", t => t.ExcludeFromMigrations());")]
    public void It_does_not_make_up_for_what_it_does_not_tell(string statement) =>
        Assert.Equal(KnowledgeLevel.Partial, Read(statement).Knowledge.Level);

    private static EntityTable Read(string statements, string context = "Db") => ModelText.Table($$"""
        using Microsoft.EntityFrameworkCore.Infrastructure;
        class Order { public int Id { get; set; } public int A { get; set; } public int B { get; set; } }
        class Db : DbContext
        {
            public DbSet<Order> Orders { get; set; }
            protected override void OnModelCreating(ModelBuilder modelBuilder) { {{statements}} }
        }
        [DbContext(typeof({{context}}))]
        partial class Snapshot : ModelSnapshot
        {
            protected override void BuildModel(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity("Order", b =>
                    {
                        b.Property<int>("Id").HasColumnType("INTEGER");
                        b.Property<int>("A").HasColumnType("INTEGER");
                        b.HasKey("Id");
                        b.HasIndex("A");
                        b.ToTable("Orders");
                    });
            }
        }
        """, "Order");
}
