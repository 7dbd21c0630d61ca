using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>SQL Server's provider filters unique indexes on columns that may be null.</summary>
public class SqlServerTests
{
    [Theory]
    [InlineData("HasIndex(o => o.Email).IsUnique()", "(Email) unique filtered [Email] IS NOT NULL")]
    [InlineData("HasIndex(o => o.Number).IsUnique()", "(Number) unique filtered [no] IS NOT NULL")]
    [InlineData("HasIndex(o => new { o.Code, o.Email }).IsUnique()", "(Code, Email) unique filtered [Email] IS NOT NULL")]
    [InlineData("HasIndex(o => new { o.Number, o.Email }).IsUnique()", "(Number, Email) unique filtered [no] IS NOT NULL AND [Email] IS NOT NULL")]
    [InlineData("HasIndex(o => o.Code).IsUnique()", "(Code) unique")]
    [InlineData("HasIndex(o => o.Required).IsUnique()", "(Required) unique")]
    [InlineData("HasIndex(o => o.Email)", "(Email)")]
    [InlineData("HasIndex(o => o.Email).IsUnique().HasFilter(null)", "(Email) unique")]
    [InlineData("HasIndex(o => o.Email).IsUnique().IsClustered()", "(Email) unique")]
    [InlineData("HasIndex(o => o.Email).IsUnique().HasFilter(\"[A] = 1\")", "(Email) unique filtered [A] = 1")]
    public void A_unique_index_is_filtered(string call, string expected) =>
        Assert.Contains(expected, Indexes(call, "Microsoft.EntityFrameworkCore.SqlServer"));

    [Fact]
    public void Other_databases_have_no_such_filter() =>
        Assert.Contains("(Email) unique", Indexes("HasIndex(o => o.Email).IsUnique()", "Microsoft.EntityFrameworkCore.Sqlite"));

    [Fact]
    public void With_several_databases_the_filter_is_not_known() =>
        Assert.Contains("(Email) unique filtered ", Indexes("HasIndex(o => o.Email).IsUnique()", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer"));

    private static IEnumerable<string> Indexes(string call, params string[] providers) =>
        PerfAnalyzers.EfModel.EfModel.Read(TestCompilation.Create(TestCompilation.References(providers), TestCompilation.Usings + $$"""
            #nullable enable
            class Order { public int Id { get; set; } public string Code { get; set; } = ""; public string? Email { get; set; } public int? Number { get; set; } public string? Required { get; set; } }
            class Db : DbContext
            {
                public DbSet<Order> Orders { get; set; }
                protected override void OnModelCreating(ModelBuilder modelBuilder)
                {
                    modelBuilder.Entity<Order>().Property(o => o.Number).HasColumnName("no");
                    modelBuilder.Entity<Order>().Property(o => o.Required).IsRequired();
                    modelBuilder.Entity<Order>().{{call}};
                }
            }
            """), CancellationToken.None).Tables.Single().Indexes.Select(ModelText.Text);
}
