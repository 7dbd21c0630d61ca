using Microsoft.CodeAnalysis;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

/// <summary>A shop to ask queries of: one model for the tests of all rules, and one project for each database.</summary>
internal static class RuleShop
{
    private const string Model = """
        public enum Status { Open, Paid }
        [Index(nameof(Number))]
        [Index(nameof(Email))]
        [Index(nameof(CreatedAt))]
        [Index(nameof(Price))]
        [Index(nameof(IsUrgent))]
        [Index(nameof(TenantId), nameof(Reference))]
        [Index(nameof(TenantId), nameof(CreatedAt))]
        [Index(nameof(Code), IsUnique = true)]
        public class Order
        {
            public int Id { get; set; }
            public int TenantId { get; set; }
            public string Number { get; set; } = "";
            public string Code { get; set; } = "";
            public string Email { get; set; } = "";
            public string Phone { get; set; } = "";
            public string Note { get; set; } = "";
            public string Reference { get; set; } = "";
            public decimal Price { get; set; }
            public decimal Total { get; set; }
            public int Weight { get; set; }
            public bool IsUrgent { get; set; }
            public bool IsPaid { get; set; }
            public Status Status { get; set; }
            public DateTime CreatedAt { get; set; }
            public DateTime SentAt { get; set; }
            public DateTime? PaidAt { get; set; }
            public int CustomerId { get; set; }
            public Customer Customer { get; set; } = null!;
            public List<Line> Lines { get; } = new();
        }
        [Index(nameof(Email))]
        public class Customer { public int Id { get; set; } public string Email { get; set; } = ""; public string Name { get; set; } = ""; public string Code { get; set; } = ""; public List<Order> Orders { get; } = new(); }
        public class Line { public int Id { get; set; } public int OrderId { get; set; } public Order Order { get; set; } = null!; public int ProductId { get; set; } public Product Product { get; set; } = null!; public string Sku { get; set; } = ""; }
        [Index(nameof(Code))]
        public class Product { public int Id { get; set; } public string Code { get; set; } = ""; public string Name { get; set; } = ""; public List<Line> Lines { get; } = new(); }
        public class Payment { public int Id { get; set; } public string Reference { get; set; } = ""; public string OrderNumber { get; set; } = ""; public string Note { get; set; } = ""; }
        public class Country { public int Id { get; set; } public string Code { get; set; } = ""; public string OrderNumber { get; set; } = ""; }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Line> Lines => Set<Line>();
            public DbSet<Product> Products => Set<Product>();
            public DbSet<Payment> Payments => Set<Payment>();
            public DbSet<Country> Countries => Set<Country>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Country>().HasData(new Country { Id = 1, Code = "NL" });
        }

        """;

    /// <summary>The references of a project with the provider of one database, or with no provider at all.</summary>
    public static IReadOnlyList<MetadataReference> ReferencesFor(Provider provider) => provider switch
    {
        Provider.SqlServer => TestCompilation.References("Microsoft.EntityFrameworkCore.SqlServer"),
        Provider.PostgreSql => TestCompilation.References("Npgsql.EntityFrameworkCore.PostgreSQL"),
        Provider.Sqlite => TestCompilation.SqliteReferences,
        Provider.MySql => [.. TestCompilation.NoProviderReferences, TestCompilation.Empty("Pomelo.EntityFrameworkCore.MySql")],
        _ => TestCompilation.NoProviderReferences,
    };

    /// <summary>Analyses statements, with their markers, in a project for SQLite.</summary>
    public static Task Verify(string query) => Verify(query, Provider.Sqlite);

    /// <summary>Analyses statements, with their markers, in a project for one database, or for any.</summary>
    public static Task Verify(string query, Provider provider, string options = "") =>
        RuleVerifier.VerifyWithOptions(ReferencesFor(provider), options, Source(query));

    /// <summary>What is said of a query.</summary>
    public static async Task<string> MessageOf(string query, Provider provider = Provider.Sqlite) =>
        Assert.Single(await RuleVerifier.Messages(ReferencesFor(provider), Source(query)));

    public static string Source(string query) => Model + $$"""
        public class Queries
        {
            public async Task Run(Db db, string text, string other, int id, int tenant, decimal price, bool flag, DateTime since, int[] ids)
            {
                {{query}}
                await Task.Yield();
            }
        }
        """;
}
