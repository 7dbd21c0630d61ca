namespace PerfAnalyzers.Tests.Rules;

public class ExpressionDefeatsIndexTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF105:o.CreatedAt.Date|} == since).ToList();")]
    [InlineData("db.Orders.Where(o => since == {|PERF105:o.CreatedAt.Date|}).ToList();")]
    [InlineData("db.Orders.Count(o => {|PERF105:o.CreatedAt.Year|} == id);")]
    [InlineData("db.Orders.First(o => {|PERF105:o.Email.ToLower()|} == text);")]
    [InlineData("db.Orders.First(o => {|PERF105:o.Email.Trim()|} == text);")]
    [InlineData("db.Orders.Where(o => {|PERF105:o.CustomerId + 1|} == id).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF105:o.CreatedAt.AddDays(1)|} > since).ToList();")]
    public Task An_expression_on_an_indexed_column_is_reported(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.CreatedAt > since.Date).ToList();")]
    [InlineData("db.Orders.Where(o => o.CreatedAt > since.AddDays(-1)).ToList();")]
    [InlineData("db.Orders.First(o => o.Email == text.ToLower());")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id - 1).ToList();")]
    public Task An_expression_on_the_value_is_free(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.Id == id && o.CreatedAt.Date == since).ToList();")]
    [InlineData("db.Orders.Where(o => o.Code == text && o.Email.ToLower() == text).ToList();")]
    public Task Another_predicate_that_seeks_is_enough(string query) => RuleShop.Verify(query);

    [Fact]
    public Task An_expression_on_a_column_without_index_is_another_rules() => RuleShop.Verify("db.Orders.Where(o => {|PERF111:o.SentAt.Date == since|}).ToList();");

    [Fact]
    public Task An_expression_after_a_leading_column_that_is_not_filtered_is_another_rules() =>
        RuleShop.Verify("db.Orders.Where(o => {|PERF111:o.Reference.ToLower() == text|}).ToList();");

    [Fact]
    public Task An_expression_that_keeps_nearly_every_row_is_another_rules() => RuleShop.Verify("db.Orders.Where(o => {|PERF111:o.Email.ToLower() != text|}).ToList();");

    [Fact]
    public Task It_is_more_specific_than_a_missing_index() => RuleShop.Verify("db.Orders.Where(o => {|PERF105:o.CreatedAt.Date|} == since && o.Phone == text).ToList();");

    [Fact]
    public Task It_is_more_specific_than_an_or() => RuleShop.Verify("db.Orders.Where(o => o.Id == id || {|PERF105:o.Email.ToLower()|} == text).ToList();");

    [Fact]
    public Task A_method_of_ones_own_might_have_an_index() => RuleVerifierWithFunction("db.Orders.Where(o => Functions.Soundex(o.Email) == text).ToList();");

    [Fact]
    public Task SQL_Server_sees_the_range_in_a_date() => RuleShop.Verify("db.Orders.Where(o => o.CreatedAt.Date == since).ToList();", Provider.SqlServer);

    [Theory]
    [InlineData(Provider.PostgreSql)]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.MySql)]
    public Task Others_compute_the_date_of_each_row(Provider provider) => RuleShop.Verify("db.Orders.Where(o => {|PERF105:o.CreatedAt.Date|} == since).ToList();", provider);

    [Fact]
    public Task One_database_that_sees_the_range_is_enough_where_none_is_known() => RuleShop.Verify("db.Orders.Where(o => o.CreatedAt.Date == since).ToList();", Provider.None);

    [Fact]
    public Task No_database_sees_through_a_function() => RuleShop.Verify("db.Orders.Where(o => {|PERF105:o.Email.ToLower()|} == text).ToList();", Provider.None);

    [Fact]
    public async Task The_message_names_index_expression_and_column() => Assert.Equal(
        "PERF105: Index (CreatedAt) on 'Order' can't be used for 'o.CreatedAt.Date', which is computed for every row: compare 'CreatedAt' itself with a value or a range",
        await RuleShop.MessageOf("db.Orders.Where(o => o.CreatedAt.Date == since).ToList();"));

    private static Task RuleVerifierWithFunction(string query) => Infrastructure.RuleVerifier.Verify(
        RuleShop.ReferencesFor(Provider.Sqlite),
        RuleShop.Source(query),
        "public static class Functions { [DbFunction] public static string Soundex(string text) => throw new NotSupportedException(); }");
}
