using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>What the model says of how a column is stored: its collation and what a conversion makes of it.</summary>
public class ColumnStorageTests
{
    [Theory]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Name).UseCollation(\"NOCASE\");", "NOCASE")]
    [InlineData("modelBuilder.Entity<Order>(o => o.Property(\"Name\").HasMaxLength(3).UseCollation(\"C\"));", "C")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Name).HasColumnType(\"TEXT COLLATE NOCASE NOT NULL\");", "NOCASE")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Name).HasColumnType(\"varchar(20)\");", null)]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Name).UseCollation(Collations.Of(\"x\"));", "")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Name).HasColumnType(Types.Text);", "")]
    [InlineData("if (Database.IsSqlite()) modelBuilder.Entity<Order>().Property(o => o.Name).UseCollation(\"NOCASE\");", "")]
    [InlineData("modelBuilder.UseCollation(\"C\");", "C")]
    [InlineData("foreach (var p in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties())) p.SetCollation(\"C\");", "")]
    [InlineData("foreach (var p in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties())) p.SetColumnType(\"varchar(20)\");", null)]
    [InlineData("", null)]
    public void Collations_are_read(string statement, string? collation) => Assert.Equal(collation, Of("Name", statement).Collation);

    [Theory]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Price).HasConversion<double>();", "double")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Price).HasConversion(typeof(long));", "long")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Price).HasConversion(p => (long)(p * 100), p => p / 100m);", "")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Price).HasConversion<PriceConverter>();", "")]
    [InlineData("if (Database.IsSqlite()) modelBuilder.Entity<Order>().Property(o => o.Price).HasConversion<double>();", "")]
    [InlineData("foreach (var t in modelBuilder.Model.GetEntityTypes()) modelBuilder.Entity(t.ClrType).Property(\"Price\").HasConversion<double>();", "")]
    [InlineData("modelBuilder.Entity<Order>().Property(o => o.Price).HasPrecision(18, 2);", null)]
    public void Conversions_are_read(string statement, string? type) => Assert.Equal(type, Of("Price", statement).Type);

    [Theory]
    [InlineData("configurationBuilder.Properties<decimal>().HavePrecision(18, 2).HaveConversion<double>();", "Price", null, "double")]
    [InlineData("configurationBuilder.Properties<string>().UseCollation(\"C\");", "Name", "C", null)]
    [InlineData("configurationBuilder.Properties<DateTime>().HaveConversion<long>();", "Price", null, null)]
    public void Conventions_hold_for_all_columns(string statement, string column, string? collation, string? type) =>
        Assert.Equal(new ColumnStorage(collation, type), Of(column, "", conventions: statement));

    [Fact]
    public void What_is_said_of_one_column_goes_before_what_is_said_of_all() =>
        Assert.Equal("NOCASE", Of("Name", "modelBuilder.UseCollation(\"C\"); modelBuilder.Entity<Order>().Property(o => o.Name).UseCollation(\"NOCASE\");").Collation);

    [Fact]
    public void The_type_in_an_attribute_is_read() => Assert.Equal("NOCASE", Of("Code", "").Collation);

    [Fact]
    public void A_part_of_an_entity_has_its_own() => Assert.Equal("C", Of("Head.City", "modelBuilder.Entity<Order>().OwnsOne(o => o.Head, head => head.Property(a => a.City).UseCollation(\"C\"));").Collation);

    [Theory]
    [InlineData("double", "double", "double")]
    [InlineData("double", null, "double")]
    [InlineData(null, "double", "double")]
    [InlineData("double", "long", "")]
    public void Two_models_that_contradict_each_other_leave_nothing_known(string? one, string? other, string expected) =>
        Assert.Equal(new ColumnStorage(expected, expected), new ColumnStorage(one, one).And(new ColumnStorage(other, other)));

    private static ColumnStorage Of(string column, string statement, string conventions = "") => ModelText.Table($$"""
        class Order { public int Id { get; set; } public string Name { get; set; } [Column(TypeName = "TEXT COLLATE NOCASE")] public string Code { get; set; } public decimal Price { get; set; } public Address Head { get; set; } }
        [Owned] class Address { public string City { get; set; } }
        class Db : DbContext
        {
            public DbSet<Order> Orders { get; set; }
            protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) { {{conventions}} }
            protected override void OnModelCreating(ModelBuilder modelBuilder) { {{statement}} }
        }
        """, "Order").StorageOf(column);
}
