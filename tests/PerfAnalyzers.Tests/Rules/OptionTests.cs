using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

public class OptionTests
{
    private const string Search = "db.Orders.Where(o => o.Email.StartsWith(text)).ToList();";
    private const string MarkedSearch = "db.Orders.Where(o => {|PERF106:o.Email.StartsWith(text)|}).ToList();";

    [Theory]
    [InlineData("sqlserver", Search)]
    [InlineData("mysql", Search)]
    [InlineData("sqlite", MarkedSearch)]
    [InlineData("postgresql", MarkedSearch)]
    [InlineData("PostgreSQL", MarkedSearch)]
    public Task The_option_names_the_database_where_no_provider_does(string database, string query) => RuleShop.Verify(query, Provider.None, $"perf_analyzers.database = {database}");

    [Fact]
    public Task The_option_counts_more_than_the_provider() => RuleShop.Verify(MarkedSearch, Provider.SqlServer, "perf_analyzers.database = sqlite");

    [Theory]
    [InlineData("Order")]
    [InlineData("Customer, Order")]
    [InlineData(" Order ,")]
    public Task A_small_table_is_never_reported(string tables) => RuleShop.Verify(
        """
        db.Orders.Where(o => o.Phone == text).ToList();
        db.Orders.Where(o => o.IsPaid).ToList();
        db.Orders.OrderBy(o => o.SentAt).First();
        db.Orders.Where(o => o.CustomerId == id && o.Phone == text).ToList();
        db.Orders.Join(db.Payments, o => o.Phone, p => p.Note, (o, p) => o.Id).ToList();
        """,
        Provider.Sqlite,
        $"perf_analyzers.small_tables = {tables}");

    [Fact]
    public Task Other_tables_are_reported_still() =>
        RuleShop.Verify("db.Orders.Where(o => {|PERF101:o.Phone == text|}).ToList();", Provider.Sqlite, "perf_analyzers.small_tables = Customer, order");

    [Fact]
    public Task A_test_project_is_left_alone() => VerifyTestProject("db.Orders.Where(o => o.Phone == text).ToList();", "");

    [Fact]
    public Task A_test_project_is_analysed_where_the_option_says_so() =>
        VerifyTestProject("db.Orders.Where(o => {|PERF101:o.Phone == text|}).ToList();", "perf_analyzers.include_test_projects = true");

    /// <summary>The second file of a test is named Test1.cs.</summary>
    [Theory]
    [InlineData("Test0.cs", "{|PERF101:o.Phone == text|}", "[Index(nameof(A))]", "[Index(nameof(B))]")]
    [InlineData("Test1.cs", "o.Phone == text", "[{|PERF108:Index(nameof(A))|}]", "[{|PERF109:Index(nameof(B))|}]")]
    public Task A_test_project_is_analysed_file_by_file(string included, string filter, string redundant, string notMigrated) => RuleVerifier.VerifyWithOptions(
        [.. RuleShop.ReferencesFor(Provider.Sqlite), TestCompilation.Empty("nunit.framework")],
        $"\n[{included}]\nperf_analyzers.include_test_projects = true",
        RuleShop.Source($"db.Orders.Where(o => {filter}).ToList();"),
        $$"""
        using Microsoft.EntityFrameworkCore.Infrastructure;
        {{redundant}}
        [Index(nameof(A), nameof(B))]
        {{notMigrated}}
        public class Other { public int Id { get; set; } public int A { get; set; } public int B { get; set; } }
        public class OtherDb : DbContext { public DbSet<Other> Others => Set<Other>(); }
        [DbContext(typeof(OtherDb))]
        public class Snapshot : ModelSnapshot
        {
            protected override void BuildModel(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity("Other", b => { b.Property<int>("Id"); b.Property<int>("A"); b.Property<int>("B"); b.HasKey("Id"); b.HasIndex("A"); b.HasIndex("A", "B"); b.ToTable("Others"); });
            }
        }
        """);

    [Theory]
    [InlineData("PERF101", "db.Orders.Where(o => o.Phone == text).ToList();")]
    [InlineData("PERF102", "db.Orders.Where(o => o.Reference == text).ToList();")]
    [InlineData("PERF103", "db.Orders.OrderBy(o => o.SentAt).First();")]
    [InlineData("PERF104", "db.Orders.Where(o => o.CustomerId == id && o.Phone == text).ToList();")]
    [InlineData("PERF105", "db.Orders.Where(o => o.Email.ToLower() == text).ToList();")]
    [InlineData("PERF106", Search)]
    [InlineData("PERF107", "db.Orders.Join(db.Payments, o => o.Phone, p => p.Note, (o, p) => o.Id).ToList();")]
    [InlineData("PERF110", "db.Orders.Where(o => o.Email == text || o.Phone == text).ToList();")]
    [InlineData("PERF111", "db.Orders.Where(o => o.IsPaid).ToList();")]
    public async Task Each_rule_can_be_switched_off_by_its_id(string id, string query)
    {
        Assert.Contains(await RuleVerifier.Messages(RuleShop.ReferencesFor(Provider.Sqlite), RuleShop.Source(query)), message => message.StartsWith(id, StringComparison.Ordinal));
        await RuleShop.Verify(query, Provider.Sqlite, $"dotnet_diagnostic.{id}.severity = none");
    }

    [Fact]
    public Task A_model_that_is_only_partly_visible_is_not_reported() => VerifyPartial("Orders.First(o => o.Email == email)", "");

    [Fact]
    public Task A_model_that_is_only_partly_visible_is_reported_where_the_option_says_so() =>
        VerifyPartial("{|PERF100:Orders.First(o => o.Email == email)|}", "perf_analyzers.report_partial_models = true");

    [Fact]
    public Task A_table_that_a_navigation_leads_to_is_reported_too() => RuleVerifier.VerifyWithOptions(
        TestCompilation.SqliteReferences,
        "perf_analyzers.report_partial_models = true",
        """
        public class Customer { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Order { public int Id { get; set; } public int CustomerId { get; set; } public Customer Customer { get; set; } = null!; }
        public class Db : DbContext
        {
            public Action<EntityTypeBuilder<Customer>> Configure { get; set; } = _ => { };
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Customer>(Configure);
            public List<Order> Of(string name) => {|PERF100:Orders.Where(o => o.Customer.Name == name).ToList()|};
        }
        """);

    [Fact]
    public Task A_model_that_is_visible_is_not_reported() => RuleShop.Verify("db.Orders.First(o => o.Id == id);", Provider.Sqlite, "perf_analyzers.report_partial_models = true");

    [Theory]
    [InlineData("perf_analyzers.database", "postgres", "sqlserver, postgresql, sqlite, mysql")]
    [InlineData("perf_analyzers.database", "Oracle", "sqlserver, postgresql, sqlite, mysql")]
    [InlineData("perf_analyzers.include_test_projects", "yes", "true, false")]
    [InlineData("perf_analyzers.report_partial_models", "1", "true, false")]
    public Task A_value_that_is_not_understood_is_reported_once(string key, string value, string allowed) => RuleVerifier.Verify(
        RuleShop.ReferencesFor(Provider.Sqlite),
        $"{key} = {value}",
        [RuleShop.Source(""), "public class Another;", "public class Third;"],
        [new DiagnosticResult("PERF112", DiagnosticSeverity.Warning).WithMessage($"'{key} = {value}' is not understood and has no effect; allowed: {allowed}")]);

    [Fact]
    public Task A_value_that_is_not_understood_has_no_effect() => RuleVerifier.Verify(
        RuleShop.ReferencesFor(Provider.SqlServer),
        "perf_analyzers.database = sql",
        [RuleShop.Source(Search)],
        [new DiagnosticResult("PERF112", DiagnosticSeverity.Warning).WithArguments("perf_analyzers.database", "sql", "sqlserver, postgresql, sqlite, mysql")]);

    [Theory]
    [InlineData("perf_analyzers.database = sqlite")]
    [InlineData("perf_analyzers.database = ")]
    [InlineData("perf_analyzers.include_test_projects = False")]
    [InlineData("perf_analyzers.small_tables = Nothing")]
    [InlineData("perf_analyzers.unheard_of = 1")]
    public Task Anything_else_is_not_reported(string options) => RuleShop.Verify("", Provider.Sqlite, options);

    private static Task VerifyTestProject(string query, string options) =>
        RuleVerifier.VerifyWithOptions([.. RuleShop.ReferencesFor(Provider.Sqlite), TestCompilation.Empty("nunit.framework")], options, RuleShop.Source(query));

    private static Task VerifyPartial(string query, string options) => RuleVerifier.VerifyWithOptions(
        TestCompilation.SqliteReferences,
        options,
        $$"""
        public class Order { public int Id { get; set; } public string Email { get; set; } = ""; }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public Action<ModelBuilder>? Configure { get; set; }
            protected override void OnModelCreating(ModelBuilder modelBuilder) => Configure?.Invoke(modelBuilder);
            public Order Find(string email) => {{query}};
        }
        """);
}
