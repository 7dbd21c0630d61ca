namespace PerfAnalyzers.Tests.Rules;

public class CompositeIndexWouldServeTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => o.CustomerId == id).OrderByDescending(o => {|PERF104:o.SentAt|}).Take(10).ToList();")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && {|PERF104:o.Phone == text|}).ToList();")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && {|PERF104:o.SentAt > since|}).ToList();")]
    public Task What_is_left_to_be_done_row_by_row_is_reported(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.Id == id && o.Phone == text).ToList();")]
    [InlineData("db.Orders.Where(o => o.Code == text && o.SentAt > since).OrderBy(o => o.Phone).ToList();")]
    public Task A_lookup_by_a_unique_index_has_nothing_left_to_do(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.TenantId == tenant && o.Reference == text).ToList();")]
    [InlineData("db.Orders.Where(o => o.TenantId == tenant).OrderBy(o => o.CreatedAt).Take(10).ToList();")]
    [InlineData("db.Orders.Where(o => o.TenantId == tenant && o.CreatedAt > since).OrderByDescending(o => o.CreatedAt).ToList();")]
    public Task An_index_that_serves_the_whole_query_is_enough(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && o.IsPaid).ToList();")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && o.Phone != text).ToList();")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && o.Note.Contains(text)).ToList();")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && o.Phone.ToLower() == text).ToList();")]
    public Task What_no_index_could_do_is_left_alone(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.CustomerId == id && (o.Phone == text || o.Note == text)).ToList();")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id).OrderBy(o => o.SentAt.Date).Take(10).ToList();")]
    public Task What_cannot_be_read_is_left_alone(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.CustomerId == id).OrderBy(o => o.SentAt).Count();")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id).OrderBy(o => o.SentAt).Max(o => o.Total);")]
    public Task An_order_that_the_SQL_leaves_out_is_not_left_over(string query) => RuleShop.Verify(query);

    [Fact]
    public Task An_order_that_a_limit_depends_on_is_not_left_out() =>
        RuleShop.Verify("db.Orders.Where(o => o.CustomerId == id).OrderBy(o => {|PERF104:o.SentAt|}).Take(10).Count();");

    [Fact]
    public Task An_index_that_seeks_by_the_range_is_not_given_up_for_the_order() =>
        RuleShop.Verify("db.Orders.Where(o => o.TenantId == tenant && o.CreatedAt > since).OrderBy(o => o.Phone).ToList();");

    [Theory]
    [InlineData(Provider.SqlServer)]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.MySql)]
    public Task The_key_is_part_of_each_index(Provider provider) =>
        RuleShop.Verify("db.Orders.Where(o => o.CustomerId == id).OrderByDescending(o => o.Id).Take(10).ToList();", provider);

    [Fact]
    public Task The_key_is_part_of_no_index_on_PostgreSQL() =>
        RuleShop.Verify("db.Orders.Where(o => o.CustomerId == id).OrderByDescending(o => {|PERF104:o.Id|}).Take(10).ToList();", Provider.PostgreSql);

    [Fact]
    public Task A_database_that_needs_no_index_speaks_for_all_where_none_is_known() =>
        RuleShop.Verify("db.Orders.Where(o => o.CustomerId == id).OrderByDescending(o => o.Id).Take(10).ToList();", Provider.None);

    [Fact]
    public async Task The_message_says_which_index_the_new_one_takes_the_place_of() => Assert.Equal(
        "PERF104: Index (CustomerId) on 'Order' finds rows, but 'SentAt' is left to be done row by row; extending (CustomerId) to (CustomerId, SentAt) would serve the whole query",
        await RuleShop.MessageOf("db.Orders.Where(o => o.CustomerId == id).OrderBy(o => o.SentAt).Take(10).ToList();"));

    [Fact]
    public async Task An_extended_index_still_starts_with_its_own_columns() => Assert.Equal(
        "PERF104: Index (CustomerId) on 'Order' finds rows, but 'Phone' is left to be done row by row; extending (CustomerId) to (CustomerId, Phone) would serve the whole query",
        await RuleShop.MessageOf("db.Orders.Where(o => o.Phone == text && o.CustomerId == id).ToList();"));

    [Fact]
    public async Task An_index_that_can_not_be_extended_stays() => Assert.Equal(
        "PERF104: Index (TenantId, Reference) on 'Order' finds rows, but 'SentAt' is left to be done row by row; an index on (TenantId, SentAt) would serve the whole query",
        await RuleShop.MessageOf("db.Orders.Where(o => o.TenantId == tenant).OrderBy(o => o.SentAt).Take(10).ToList();"));
}
