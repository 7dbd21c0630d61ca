namespace PerfAnalyzers.Tests.Rules;

public class OrDefeatsIndexTests
{
    [Theory]
    [InlineData("db.Orders.Where(o => o.Email == text || {|PERF110:o.Phone == text|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF110:o.Phone == text|} || o.Email == text).ToList();")]
    [InlineData("db.Orders.Where(o => (o.Email == text || {|PERF110:o.Phone == text|}) && !o.IsPaid).ToList();")]
    [InlineData("db.Orders.Where(o => !(o.Email != text && {|PERF110:o.Phone != text|})).ToList();")]
    public Task One_operand_without_index_is_reported(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.Email == text || o.Number == text).ToList();")]
    [InlineData("db.Orders.Where(o => o.Email == text || (o.Phone == text && o.Number == text)).ToList();")]
    [InlineData("db.Orders.Where(o => o.Email == text || text == null).ToList();")]
    public Task An_index_for_each_operand_serves(string query) => RuleShop.Verify(query);

    [Fact]
    public Task Another_predicate_that_seeks_is_enough() => RuleShop.Verify("db.Orders.Where(o => o.Id == id && (o.Email == text || o.Phone == text)).ToList();");

    [Fact]
    public Task No_operand_with_an_index_is_another_rules() => RuleShop.Verify("db.Orders.Where(o => {|PERF101:o.Phone == text || o.Note == text|}).ToList();");

    [Fact]
    public Task An_operand_that_no_index_would_help_is_another_rules() => RuleShop.Verify("db.Orders.Where(o => {|PERF111:o.Email == text || o.IsPaid|}).ToList();");

    [Fact]
    public Task Operands_on_two_tables_are_no_index_matter() => RuleShop.Verify("db.Orders.Where(o => {|PERF111:o.Email == text || o.Customer.Name == text|}).ToList();");

    [Fact]
    public Task A_variable_is_left_alone_where_the_rest_seeks() => RuleShop.Verify("db.Orders.Where(o => flag || o.Email == text).ToList();");

    [Theory]
    [InlineData(Provider.SqlServer)]
    [InlineData(Provider.PostgreSql)]
    [InlineData(Provider.MySql)]
    [InlineData(Provider.None)]
    public Task It_is_the_same_on_every_database(Provider provider) => RuleShop.Verify("db.Orders.Where(o => o.Email == text || {|PERF110:o.Phone == text|}).ToList();", provider);

    [Fact]
    public async Task The_message_names_the_operand_without_index() => Assert.Equal(
        "PERF110: No index on 'Order' can serve 'Phone', so the OR scans the whole table though the rest of it has an index; an index on (Phone) would serve it",
        await RuleShop.MessageOf("db.Orders.Where(o => o.Email == text || o.Phone == text).ToList();"));
}
