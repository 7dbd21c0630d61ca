namespace PerfAnalyzers.Tests.Rules;

public class TextSearchTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF106:o.Email.Contains(text)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF106:o.Note.Contains(text)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF106:o.Email.EndsWith(text)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF106:EF.Functions.Like(o.Email, \"%x\")|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF106:EF.Functions.Like(o.Email, $\"%{text}%\")|}).ToList();")]
    [InlineData("db.Orders.Where(o => !o.IsPaid && {|PERF106:o.Email.Contains(text)|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF106:o.Email.Contains(text)|} || o.Note.Contains(text)).ToList();")]
    public Task A_text_within_is_reported(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && o.Email.Contains(text)).ToList();")]
    [InlineData("db.Orders.Where(o => o.Number == text || o.Id == id).Where(o => o.Note.Contains(text)).ToList();")]
    public Task A_search_among_the_rows_of_a_seek_is_left_alone(string query) => RuleShop.Verify(query);

    [Fact]
    public Task A_missing_index_is_more_specific() => RuleShop.Verify("db.Orders.Where(o => {|PERF101:o.Phone == text && o.Note.Contains(text)|}).ToList();");

    [Fact]
    public Task It_is_more_specific_than_an_or() => RuleShop.Verify("db.Orders.Where(o => o.Id == id || {|PERF106:o.Note.Contains(text)|}).ToList();");

    [Fact]
    public Task What_is_not_within_is_another_rules() => RuleShop.Verify("db.Orders.Where(o => {|PERF111:!o.Email.Contains(text)|}).ToList();");

    [Fact]
    public Task A_list_that_contains_the_column_is_no_text_search() => RuleShop.Verify("db.Orders.Where(o => new[] { text, other }.Contains(o.Email)).ToList();");

    [Theory]
    [InlineData(Provider.SqlServer)]
    [InlineData(Provider.MySql)]
    public Task The_start_of_a_text_is_a_range_of_an_index_on(Provider provider) => RuleShop.Verify("db.Orders.Where(o => o.Email.StartsWith(text)).ToList();", provider);

    [Theory]
    [InlineData(Provider.SqlServer)]
    [InlineData(Provider.MySql)]
    public Task The_start_of_a_text_without_index_is_another_rules_on(Provider provider) =>
        RuleShop.Verify("db.Orders.Where(o => {|PERF101:o.Phone.StartsWith(text)|}).ToList();", provider);

    [Theory]
    [InlineData(Provider.PostgreSql)]
    [InlineData(Provider.Sqlite)]
    public Task The_start_of_a_text_is_searched_in_every_row_on(Provider provider) =>
        RuleShop.Verify("db.Orders.Where(o => {|PERF106:o.Email.StartsWith(text)|}).ToList();", provider);

    [Fact]
    public Task The_start_of_a_text_is_left_alone_where_the_database_is_not_known() => RuleShop.Verify("db.Orders.Where(o => o.Email.StartsWith(text)).ToList();", Provider.None);

    [Fact]
    public Task A_text_within_is_searched_on_every_database() => RuleShop.Verify("db.Orders.Where(o => {|PERF106:o.Email.Contains(text)|}).ToList();", Provider.None);

    [Fact]
    public Task A_trigram_index_might_serve() => Infrastructure.RuleVerifier.Verify(RuleShop.ReferencesFor(Provider.PostgreSql), """
        public class Customer { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Db : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) =>
                modelBuilder.Entity<Customer>().HasIndex(c => c.Name).HasMethod("gin").HasOperators("gin_trgm_ops");
            public Customer Find(string text) => Customers.First(c => c.Name.Contains(text));
        }
        """);

    [Fact]
    public async Task The_message_names_method_and_column() => Assert.Equal(
        "PERF106: No ordinary index can serve Contains of 'Email' on 'Order': the text of every row is searched",
        await RuleShop.MessageOf("db.Orders.Where(o => o.Email.Contains(text)).ToList();"));

    [Fact]
    public async Task The_message_names_the_start() => Assert.Equal(
        "PERF106: No ordinary index can serve the start of 'Email' on 'Order': the text of every row is searched",
        await RuleShop.MessageOf("db.Orders.Where(o => o.Email.StartsWith(text)).ToList();"));
}
