using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>An index says where it is declared, if that is one place that speaks of this entity alone.</summary>
public class SiteTests
{
    [Theory]
    [InlineData("", "modelBuilder.Entity<Order>().HasIndex(o => o.A).IsUnique();", "HasIndex(o => o.A)")]
    [InlineData("", "var b = modelBuilder.Entity<Order>(); b.HasIndex(\"A\");", "HasIndex(\"A\")")]
    [InlineData("[Index(nameof(A))]", "", "Index(nameof(A))")]
    public void A_declared_index_has_a_site(string attribute, string statement, string expected) =>
        Assert.Equal(expected, Site(attribute, statement));

    [Theory]
    [InlineData("", "modelBuilder.Entity<Order>().HasOne<Order>().WithMany().HasForeignKey(o => o.A);")]
    [InlineData("", "modelBuilder.Entity<Order>().HasAlternateKey(o => o.A);")]
    [InlineData("", "Generic<Order>(modelBuilder); void Generic<T>(ModelBuilder m) where T : class => m.Entity<T>().HasIndex(\"A\");")]
    [InlineData("", "foreach (var type in modelBuilder.Model.GetEntityTypes()) modelBuilder.Entity(type.ClrType).HasIndex(\"A\");")]
    public void What_is_declared_nowhere_or_for_many_has_none(string attribute, string statement) =>
        Assert.Null(Site(attribute, statement));

    [Fact]
    public void An_index_on_a_condition_is_uncertain()
    {
        var table = Table("", "if (Database.IsSqlite()) modelBuilder.Entity<Order>().HasIndex(o => o.A);");
        Assert.Equal("(A)", Assert.Single(table.Uncertain).ToString());
    }

    [Fact]
    public void An_index_without_a_condition_is_certain() =>
        Assert.Empty(Table("", "if (Database.IsSqlite()) modelBuilder.Entity<Order>().HasIndex(o => o.A); modelBuilder.Entity<Order>().HasIndex(o => o.A);").Uncertain);

    private static string? Site(string attribute, string statement)
    {
        var table = Table(attribute, statement);
        return table.SiteOf(table.Indexes.Single(index => index.Columns[0].Name == "A")) is { } site
            ? site.SourceTree!.GetText().ToString(site.SourceSpan)
            : null;
    }

    private static EntityTable Table(string attribute, string statement) => ModelText.Table($$"""
        {{attribute}}
        class Order { public int Id { get; set; } public int A { get; set; } }
        class Db : DbContext
        {
            public DbSet<Order> Orders { get; set; }
            protected override void OnModelCreating(ModelBuilder modelBuilder) { {{statement}} }
        }
        """, "Order");
}
