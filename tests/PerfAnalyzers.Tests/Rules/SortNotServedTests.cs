namespace PerfAnalyzers.Tests.Rules;

public class SortNotServedTests
{
    [Theory]
    [InlineData("db.Orders.OrderBy(o => {|PERF103:o.SentAt|}).Take(10).ToList();")]
    [InlineData("db.Orders.OrderByDescending(o => {|PERF103:o.SentAt|}).First();")]
    [InlineData("await db.Orders.OrderBy(o => {|PERF103:o.SentAt|}).FirstOrDefaultAsync();")]
    [InlineData("db.Orders.OrderBy(o => {|PERF103:o.SentAt|}).Last();")]
    [InlineData("(from o in db.Orders orderby {|PERF103:o.SentAt|} descending select o.Id).Take(10).ToList();")]
    public Task A_few_rows_in_an_order_without_index_are_reported(string query) => RuleShop.Verify(query);

    [Fact]
    public Task The_first_key_is_what_is_reported() => RuleShop.Verify("""
        db.Orders
                    .OrderBy(o => {|PERF103:o.SentAt|})
                    .ThenBy(o => o.Id)
                    .Skip(20)
                    .Take(10)
                    .ToList();
        """);

    [Theory]
    [InlineData("db.Orders.OrderBy(o => o.CreatedAt).Take(10).ToList();")]
    [InlineData("db.Orders.OrderByDescending(o => o.CreatedAt).Take(10).ToList();")]
    [InlineData("db.Orders.OrderByDescending(o => o.Id).First();")]
    [InlineData("db.Orders.OrderBy(o => o.TenantId).ThenByDescending(o => o.SentAt).Take(10).ToList();")]
    public Task An_index_that_starts_with_the_first_key_serves(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.OrderBy(o => o.SentAt).ToList();")]
    [InlineData("db.Orders.OrderBy(o => o.SentAt).Select(o => o.Id).ToArray();")]
    [InlineData("foreach (var o in db.Orders.OrderBy(o => o.SentAt)) { }")]
    [InlineData("db.Orders.OrderBy(o => o.SentAt).Any();")]
    [InlineData("db.Orders.Join(db.Customers, o => o.CustomerId, c => c.Id, (o, c) => new { o, c }).OrderBy(x => x.o.SentAt).Any();")]
    public Task All_rows_have_to_be_read_anyway(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF101:o.Phone == text|}).OrderBy(o => o.SentAt).Take(10).ToList();")]
    [InlineData("db.Orders.OrderBy(o => o.SentAt).First(o => {|PERF111:!o.IsPaid|});")]
    [InlineData("db.Orders.Where(o => o.Id == id).OrderBy(o => o.SentAt).Take(10).ToList();")]
    public Task A_filter_of_its_own_is_other_rules_matter(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.OrderBy(o => Guid.NewGuid()).Take(10).ToList();")]
    [InlineData("db.Orders.GroupBy(o => o.TenantId).OrderBy(g => g.Count()).Take(10).Select(g => g.Key).ToList();")]
    public Task An_order_that_is_no_column_is_left_alone(string query) => RuleShop.Verify(query);

    [Fact]
    public Task An_order_by_an_expression_is_reported() => RuleShop.Verify("db.Orders.OrderBy(o => {|PERF103:o.SentAt.Date|}).Take(10).ToList();");

    [Theory]
    [InlineData("o.PaidAt == null")]
    [InlineData("o.PaidAt > since ? 1 : 2")]
    public Task An_order_by_a_test_of_a_column_is_reported(string key) => RuleShop.Verify($"db.Orders.OrderBy(o => {{|PERF103:{key}|}}).Take(10).ToList();");

    [Fact]
    public Task An_order_by_a_column_of_another_table_is_reported() => RuleShop.Verify("db.Orders.OrderBy(o => {|PERF103:o.Customer.Name|}).Take(10).ToList();");

    [Fact]
    public Task An_index_of_the_other_table_may_deliver_the_order() => RuleShop.Verify("db.Orders.OrderBy(o => o.Customer.Email).Take(10).ToList();");

    [Fact]
    public async Task A_column_of_another_table_is_named_with_it() =>
        Assert.StartsWith("PERF103: No index on 'Customer' is sorted by 'Name'", await RuleShop.MessageOf("db.Orders.OrderBy(o => o.Customer.Name).First();"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{|PERF103:o.SentAt|}", "HasFilter(\"Email IS NOT NULL\")")]
    [InlineData("o.SentAt", "HasFilter(\"email_address IS NOT NULL\")")]
    [InlineData("o.SentAt", "IsUnique()")]
    public Task An_index_of_some_rows_delivers_no_order(string key, string index) => Infrastructure.RuleVerifier.Verify($$"""
        public class Order { public int Id { get; set; } public string Email { get; set; } = ""; public DateTime SentAt { get; set; } }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(o => o.SentAt).{{index}};
            public object Latest() => Orders.OrderBy(o => {{key}}).First();
        }
        """);

    [Fact]
    public Task A_key_that_a_query_filter_tests_may_have_one_value() => Infrastructure.RuleVerifier.Verify("""
        public class Order { public int Id { get; set; } public int TenantId { get; set; } public DateTime SentAt { get; set; } }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasQueryFilter(o => o.TenantId == 7);
            public object First() => Orders.OrderBy(o => o.TenantId).First();
            public object Latest() => Orders.OrderBy(o => {|PERF103:o.SentAt|}).First();
        }
        """);

    [Fact]
    public Task A_small_table_is_left_alone() => RuleShop.Verify("db.Countries.OrderBy(c => c.Code).First();");

    [Fact]
    public Task An_order_of_the_limited_rows_is_left_alone() => RuleShop.Verify("db.Orders.OrderBy(o => o.Id).Take(10).OrderBy(o => o.SentAt).ToList();");

    [Theory]
    [InlineData(Provider.SqlServer)]
    [InlineData(Provider.PostgreSql)]
    [InlineData(Provider.MySql)]
    public Task A_decimal_with_an_index_is_served_elsewhere(Provider provider) => RuleShop.Verify("db.Orders.OrderBy(o => o.Price).Take(10).ToList();", provider);

    [Fact]
    public async Task A_decimal_is_sorted_on_SQLite_with_an_index_too() => Assert.Equal(
        "PERF103: No index on 'Order' is sorted by 'Price': the whole table is read and sorted to return a few rows",
        await RuleShop.MessageOf("db.Orders.OrderBy(o => o.Price).Take(10).ToList();"));

    [Fact]
    public Task A_sort_that_only_one_database_might_serve_is_left_alone_where_the_database_is_not_known() =>
        RuleShop.Verify("db.Orders.OrderBy(o => o.Price).Take(10).ToList();", Provider.None);

    [Fact]
    public async Task The_message_names_the_index_to_have() => Assert.Equal(
        "PERF103: No index on 'Order' is sorted by 'SentAt': the whole table is read and sorted to return a few rows; an index on (SentAt, Id desc) would deliver them in order",
        await RuleShop.MessageOf("db.Orders.OrderBy(o => o.SentAt).ThenByDescending(o => o.Id).First();"));
}
