namespace PerfAnalyzers.Tests.Rules;

/// <summary>A filter that no index of its table serves is no scan where another table of the query leads to its rows.</summary>
public class QueriesOfSeveralTablesTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => o.Phone == text && o.Customer.Email == other).ToList();")]
    [InlineData("db.Orders.Where(o => o.Customer.Email == other).ToList();")]
    [InlineData("(from o in db.Orders join c in db.Customers on o.CustomerId equals c.Id where o.Phone == text && c.Email == other select o).ToList();")]
    [InlineData("(from o in db.Orders join c in db.Customers on o.CustomerId equals c.Id where c.Id == id where o.Phone == text select o).ToList();")]
    public Task A_joined_table_that_seeks_leads_to_the_rows(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF101:o.Customer.Name == text|}).ToList();")]
    [InlineData("(from o in db.Orders join c in db.Customers on o.CustomerId equals c.Id where {|PERF101:c.Name == text|} select o).ToList();")]
    [InlineData("db.Lines.Where(l => {|PERF101:l.Order.Customer.Name == text|}).ToList();")]
    public Task A_joined_table_that_scans_is_reported(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.Phone == text && o.Lines.Any(l => l.Id == id)).ToList();")]
    [InlineData("db.Orders.Where(o => o.Phone == text && o.Lines.Any(l => l.Product.Code == other)).ToList();")]
    [InlineData("db.Customers.Where(c => c.Name == text && c.Orders.Any(o => o.Lines.Any(l => l.ProductId == id))).ToList();")]
    [InlineData("db.Orders.Where(o => o.Phone == text && db.Countries.Any(c => c.OrderNumber == o.Number)).ToList();")]
    [InlineData("db.Orders.Where(o => o.Phone == text && o.Lines.Any(l => db.Countries.Any(c => c.Id == l.ProductId))).ToList();")]
    public Task A_subquery_that_can_be_read_first_leads_to_the_rows(string query) => RuleShop.Verify(query, Provider.PostgreSql);

    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF101:o.Phone == text && o.Lines.Any(l => l.Id == id)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Lines.Any(l => l.Product.Code == other)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF101:o.Phone == text && db.Lines.Count(l => l.OrderId == o.Id && l.Id == id) > 0|}).ToList();")]
    public Task SQLite_reads_no_subquery_first(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.Phone == text && db.Lines.Where(l => l.Id == id).Select(l => l.OrderId).Contains(o.Id)).ToList();")]
    [InlineData("db.Orders.Where(o => o.Phone == text && db.Lines.Where(l => l.Sku == other).Select(l => l.OrderId).Contains(o.Id)).ToList();")]
    [InlineData("db.Orders.Where(o => (o.Phone == text && db.Lines.Where(l => l.Sku == other).Select(l => l.OrderId).Contains(o.Id)) || o.Email == text).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF101:o.Phone == text && db.Lines.Where(l => l.Sku == other).Select(l => l.ProductId).Contains(o.Weight)|}).ToList();")]
    public Task SQLite_may_look_up_what_a_list_from_a_subquery_holds(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Note != text || o.Lines.Any(l => l.Id == id)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Lines.Count() > id|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:!o.Lines.Any()|}).ToList();")]
    public Task A_subquery_that_is_asked_for_each_row_is_a_scan(string query) => RuleShop.Verify(query, Provider.PostgreSql);

    [Fact]
    public Task A_reference_that_is_null_is_asked_for_each_row() => RuleShop.Verify("db.Orders.Where(o => {|PERF111:o.Customer == null|}).ToList();");

    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF101:o.Phone == text && !o.Lines.Any(l => l.Product.Code == other)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF101:o.Phone == text && o.Lines.All(l => l.ProductId == id)|}).ToList();")]
    public Task A_subquery_that_must_find_no_row_leads_nowhere(string query) => RuleShop.Verify(query);

    [Fact]
    public Task A_subquery_that_scans_leads_nowhere() => RuleShop.Verify("db.Orders.Where(o => {|PERF101:o.Phone == text && o.Lines.Any(l => l.Sku == other)|}).ToList();");

    [Fact]
    public Task A_small_table_may_lead_to_the_rows_by_an_index() =>
        RuleShop.Verify("(from c in db.Countries join o in db.Orders on c.OrderNumber equals o.Number where o.Phone == text select o).ToList();");

    [Fact]
    public Task A_small_table_leads_nowhere_without_an_index() =>
        RuleShop.Verify("(from c in db.Countries join o in db.Orders on c.Code equals o.Note where {|PERF101:o.Phone == text|} select o).ToList();");

    [Fact]
    public Task A_joined_table_that_is_only_partly_known_may_lead_to_the_rows() => Infrastructure.RuleVerifier.Verify("""
        public class Shop { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Order { public int Id { get; set; } public int ShopId { get; set; } public string Email { get; set; } = ""; }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Shop> Shops => Set<Shop>();
            public Action<EntityTypeBuilder<Shop>> Configure { get; set; } = _ => { };
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Shop>(Configure);
            public object Find(string email) => (from o in Orders join s in Shops on o.ShopId equals s.Id where o.Email == email select o.Id).ToList();
            public object FindAlone(string email) => Orders.Where(o => {|PERF101:o.Email == email|}).ToList();
        }
        """);
}
