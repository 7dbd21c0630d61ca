using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.Rules;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

/// <summary>What tools learn of the database from a diagnostic: the table, its schema, and the advised columns' names.</summary>
public class DiagnosticPropertiesTests
{
    private const string Entity = "public class Order { public int Id { get; set; } public string Email { get; set; } = \"\"; public Address Home { get; set; } = null!; }\n[Owned] public class Address { public string City { get; set; } = \"\"; public string Zip { get; set; } = \"\"; }\n";

    [Theory]
    [InlineData("", "", "o => o.Email == text", "Orders||Email")]
    [InlineData("", "e.ToTable(\"orders\", \"sales\"); e.Property(o => o.Email).HasColumnName(\"e_mail\");", "o => o.Email == text", "orders|sales|e_mail")]
    [InlineData("[System.ComponentModel.DataAnnotations.Schema.Table(\"orders\", Schema = \"sales\")]", "", "o => o.Email == text", "orders|sales|Email")]
    [InlineData("", "modelBuilder.HasDefaultSchema(\"sales\");", "o => o.Email == text", "Orders|sales|Email")]
    [InlineData("", "e.OwnsOne(o => o.Home);", "o => o.Home.City == text", "Orders||Home_City")]
    [InlineData("", "e.OwnsOne(o => o.Home, h => h.Property(a => a.City).HasColumnName(\"town\"));", "o => o.Home.City == text", "Orders||town")]
    public async Task Names_are_those_of_the_database(string attribute, string configuration, string filter, string names) =>
        Assert.Equal(names, await NamesOf(Source(attribute, configuration, filter)));

    [Fact]
    public async Task A_snapshot_knows_what_a_naming_convention_made_of_them() => Assert.Equal("orders|sales|e_mail", await NamesOf(Source("", "e.OwnsOne(o => o.Home);", "o => o.Email == text") + """
        [DbContext(typeof(Db))]
        partial class DbModelSnapshot : ModelSnapshot
        {
            protected override void BuildModel(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity("Order", b =>
                    {
                        b.Property<int>("Id").HasColumnName("id");
                        b.Property<string>("Email").HasColumnName("e_mail");
                        b.HasKey("Id");
                        b.ToTable("orders", "sales");
                    });
            }
        }
        """));

    private static string Source(string attribute, string configuration, string filter) => attribute + Entity + $$"""
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) { var e = modelBuilder.Entity<Order>(); {{configuration}} }
        }
        public class Queries { public void Run(Db db, string text) { db.Orders.Where({{filter}}).ToList(); } }

        """;

    private static async Task<string> NamesOf(string source)
    {
        var compilation = TestCompilation.Create(TestCompilation.SqliteReferences, TestCompilation.Usings + source);
        var diagnostics = await compilation.WithAnalyzers([new QueryIndexAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var properties = Assert.Single(diagnostics, diagnostic => diagnostic.Id == RuleIds.FilterNotServed).Properties;
        return string.Join('|', new[] { DiagnosticProperties.Table, DiagnosticProperties.Schema, DiagnosticProperties.ColumnNames }.Select(key => properties.GetValueOrDefault(key)));
    }
}
