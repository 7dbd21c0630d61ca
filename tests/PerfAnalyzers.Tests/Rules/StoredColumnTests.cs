using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

/// <summary>What an index on a column can do depends on how the column is stored: its collation, a conversion.</summary>
public class StoredColumnTests
{
    [Theory]
    [InlineData(Provider.Sqlite, "NOCASE")]
    [InlineData(Provider.Sqlite, "nocase")]
    [InlineData(Provider.PostgreSql, "C")]
    [InlineData(Provider.PostgreSql, "POSIX")]
    [InlineData(Provider.PostgreSql, "ucs_basic")]
    [InlineData(Provider.SqlServer, "Latin1_General_BIN")]
    [InlineData(Provider.MySql, "utf8mb4_bin")]
    public Task The_start_of_a_text_is_found_under(Provider provider, string collation) =>
        Verify($"order.Property(o => o.Name).UseCollation(\"{collation}\"); order.HasIndex(o => o.Name);", "db.Orders.Where(o => o.Name.StartsWith(text)).ToList();", provider);

    [Theory]
    [InlineData(Provider.Sqlite, "NOCASE")]
    [InlineData(Provider.PostgreSql, "C")]
    public Task The_start_of_a_text_without_an_index_wants_one_under(Provider provider, string collation) =>
        Verify($"order.Property(o => o.Name).UseCollation(\"{collation}\");", "db.Orders.Where(o => {|PERF101:o.Name.StartsWith(text)|}).ToList();", provider);

    [Theory]
    [InlineData("BINARY")]
    [InlineData("RTRIM")]
    public Task On_SQLite_it_is_not_found_under(string collation) =>
        Verify($"order.Property(o => o.Name).UseCollation(\"{collation}\"); order.HasIndex(o => o.Name);", "db.Orders.Where(o => {|PERF106:o.Name.StartsWith(text)|}).ToList();");

    [Theory]
    [InlineData(Provider.PostgreSql, "order.Property(o => o.Name).UseCollation(\"my_collation\");")]
    [InlineData(Provider.Sqlite, "order.Property(o => o.Name).UseCollation(Named());")]
    [InlineData(Provider.Sqlite, "if (Database.IsRelational()) order.Property(o => o.Name).UseCollation(\"NOCASE\");")]
    public Task Where_the_collation_is_not_known_nothing_is_said(Provider provider, string statement) =>
        Verify(statement + " order.HasIndex(o => o.Name);", "db.Orders.Where(o => o.Name.StartsWith(text)).ToList(); db.Orders.Where(o => o.Name.StartsWith(text) || o.Phone == text).ToList();", provider);

    [Fact]
    public Task A_collation_is_nothing_to_a_text_within() =>
        Verify("order.Property(o => o.Name).UseCollation(\"NOCASE\"); order.HasIndex(o => o.Name);", "db.Orders.Where(o => {|PERF106:o.Name.Contains(text)|}).ToList();");

    [Fact]
    public Task A_comparison_under_another_collation_than_the_columns_is_left_alone() =>
        Verify("order.HasIndex(o => o.Name);", "db.Orders.Where(o => EF.Functions.Collate(o.Name, \"NOCASE\") == text).ToList();");

    [Fact]
    public Task An_index_with_an_operator_class_may_find_the_start_of_a_text() =>
        Verify("order.HasIndex(o => o.Name).HasOperators(\"text_pattern_ops\");", "db.Orders.Where(o => o.Name.StartsWith(text)).ToList();", Provider.PostgreSql);

    [Theory]
    [InlineData("double")]
    [InlineData("long")]
    [InlineData("string")]
    public Task On_SQLite_a_decimal_that_is_converted_is_found_by_its_range(string type) => Verify(
        $"order.Property(o => o.Price).HasConversion<{type}>(); order.HasIndex(o => o.Price);",
        "db.Orders.Where(o => o.Price > price).ToList(); db.Orders.OrderBy(o => o.Price).First();");

    [Fact]
    public Task On_SQLite_a_decimal_that_is_converted_and_not_indexed_wants_an_index() => Verify(
        "order.Property(o => o.Price).HasConversion<double>();",
        "db.Orders.Where(o => {|PERF101:o.Price > price|}).ToList(); db.Orders.OrderBy(o => {|PERF103:o.Price|}).First();");

    [Theory]
    [InlineData("order.HasIndex(o => o.Price);")]
    [InlineData("order.Property(o => o.Price).HasColumnType(\"REAL\"); order.HasIndex(o => o.Price);")]
    [InlineData("order.Property(o => o.Price).HasConversion<decimal>(); order.HasIndex(o => o.Price);")]
    public Task On_SQLite_a_decimal_that_stays_one_is_not(string statements) =>
        Verify(statements, "db.Orders.Where(o => {|PERF111:o.Price > price|}).ToList(); db.Orders.OrderBy(o => {|PERF103:o.Price|}).First();");

    [Fact]
    public Task Where_the_conversion_is_not_known_nothing_is_said() => Verify(
        "order.Property(o => o.Price).HasConversion(p => p * 2, p => p / 2); order.HasIndex(o => o.Price);",
        "db.Orders.Where(o => o.Price > price).ToList(); db.Orders.OrderBy(o => o.Price).First();");

    [Fact]
    public Task On_SQLite_a_bool_that_is_converted_is_compared() => Verify(
        "order.Property(o => o.IsPaid).HasConversion<string>(); order.HasIndex(o => new { o.IsPaid, o.Phone });",
        "db.Orders.Where(o => o.IsPaid && o.Phone == text).ToList(); db.Orders.Where(o => !o.IsPaid).ToList();");

    [Fact]
    public Task On_SQLite_a_bool_is_not() => Verify(
        "order.HasIndex(o => new { o.IsPaid, o.Phone });",
        "db.Orders.Where(o => {|PERF102:o.IsPaid && o.Phone == text|}).ToList(); db.Orders.Where(o => {|PERF111:!o.IsPaid|}).ToList();");

    private static Task Verify(string statements, string queries, Provider provider = Provider.Sqlite) => RuleVerifier.Verify(RuleShop.ReferencesFor(provider), $$"""
        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public string Phone { get; set; } = ""; public decimal Price { get; set; } public bool IsPaid { get; set; } }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                var order = modelBuilder.Entity<Order>();
                {{statements}}
            }
            private static string Named() => "NOCASE";
        }
        public class Queries
        {
            public void Run(Db db, string text, decimal price)
            {
                {{queries}}
            }
        }
        """);
}
