namespace PerfAnalyzers.Tests.Rules;

public class FilterOfLittleSelectivityTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF111:o.IsPaid|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:!o.IsPaid|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Status == Status.Open|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Email != text|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.PaidAt != null|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.PaidAt.HasValue|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:!ids.Contains(o.CustomerId)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Phone == o.Email|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Note.Trim() == text|}).ToList();")]
    public Task What_an_index_would_help_little_is_reported(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && o.Email != text).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF101:o.Phone == text && o.Email != text|}).ToList();")]
    public Task Another_predicate_that_an_index_serves_or_would_serve_is_what_counts(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData(Provider.SqlServer)]
    [InlineData(Provider.PostgreSql)]
    [InlineData(Provider.MySql)]
    public Task A_bool_with_an_index_is_served(Provider provider) => RuleShop.Verify("db.Orders.Where(o => o.IsUrgent).ToList();", provider);

    [Fact]
    public Task A_bool_on_its_own_is_no_comparison_on_SQLite() => RuleShop.Verify("db.Orders.Where(o => {|PERF111:o.IsUrgent|}).ToList();", Provider.Sqlite);

    [Fact]
    public Task A_bool_compared_with_a_variable_is_served_on_SQLite() => RuleShop.Verify("db.Orders.Where(o => o.IsUrgent == flag).ToList();", Provider.Sqlite);

    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF111:o.IsOpen == false|}).ToList();")]
    [InlineData("db.Orders.Where(o => o.WasPaid == false).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.WasPaid == true|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.WasPaid != true|}).ToList();")]
    [InlineData("db.Urgent.Where(o => o.IsLate == false).ToList();")]
    [InlineData("db.Urgent.Where(o => {|PERF111:o.IsLate == true|}).ToList();")]
    [InlineData("db.Lines.Where(l => l.Order!.IsOpen == false).ToList();")]
    [InlineData("db.Lines.GroupJoin(db.Orders, l => l.OrderId, o => o.Id, (l, os) => new { l, os }).SelectMany(x => x.os.DefaultIfEmpty(), (x, o) => new { x.l, o }).Where(x => x.o!.IsOpen == false).ToList();")]
    public Task On_SQLite_what_may_be_null_is_compared_with_false(string query) => Infrastructure.RuleVerifier.Verify($$"""
        [Index(nameof(IsOpen)), Index(nameof(WasPaid))]
        public class Order { public int Id { get; set; } public bool IsOpen { get; set; } public bool? WasPaid { get; set; } }
        [Index(nameof(IsLate))]
        public class UrgentOrder : Order { public bool IsLate { get; set; } }
        public class Line { public int Id { get; set; } public int? OrderId { get; set; } public Order? Order { get; set; } }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); public DbSet<UrgentOrder> Urgent => Set<UrgentOrder>(); public DbSet<Line> Lines => Set<Line>(); }
        public class Queries { public void Run(Db db) { {{query}} } }
        """);

    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF111:!string.IsNullOrEmpty(o.Email)|}).ToList();")]
    [InlineData("db.Orders.Where(o => !string.IsNullOrEmpty(o.Phone)).ToList();")]
    [InlineData("db.Orders.Where(o => !string.IsNullOrEmpty(o.Customer!.Name)).ToList();")]
    public Task What_may_be_null_is_looked_up_by_not_being_null(string query) => Infrastructure.RuleVerifier.Verify($$"""
        #nullable enable
        [Index(nameof(Email)), Index(nameof(Phone))]
        public class Order { public int Id { get; set; } public string Email { get; set; } = ""; public string? Phone { get; set; } public int? CustomerId { get; set; } public Customer? Customer { get; set; } }
        [Index(nameof(Name))]
        public class Customer { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class Queries { public void Run(Db db) { {{query}} } }
        """);

    [Fact]
    public Task A_filtered_index_might_serve() => Infrastructure.RuleVerifier.Verify("""
        public class Order { public int Id { get; set; } public bool IsPaid { get; set; } public DateTime SentAt { get; set; } }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(o => o.SentAt).HasFilter("IsPaid = 0");
            public List<Order> Unpaid() => Orders.Where(o => !o.IsPaid).ToList();
        }
        """);

    [Theory]
    [InlineData("o.PaidAt != null", "'PaidAt' is only asked not to be null")]
    [InlineData("o.Email != text", "nearly every row passes the test of 'Email'")]
    [InlineData("o.IsPaid", "'IsPaid' has few values")]
    [InlineData("o.Note.Trim() == text", "'o.Note.Trim()' is computed for every row")]
    [InlineData("o.Note != null && o.Note.Trim() == text", "'o.Note.Trim()' is computed for every row")]
    [InlineData("o.Total > price", "'Total' is compared by a function")]
    [InlineData("o.Phone == o.Note", "no index can be searched for what it tests")]
    [InlineData("!o.Email.Contains(text)", "no index can be searched for what it tests")]
    public async Task The_message_says_why(string filter, string reason) => Assert.Equal(
        $"PERF111: The filter on 'Order' scans the whole table, and an index alone would help little: {reason}",
        await RuleShop.MessageOf($"db.Orders.Where(o => {filter}).ToList();"));
}
