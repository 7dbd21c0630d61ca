namespace PerfAnalyzers.Tests.Rules;

public class JoinKeyNotIndexedTests
{
    [Theory]
    [InlineData("db.Orders.Join(db.Payments, o => o.Phone, p => {|PERF107:p.Note|}, (o, p) => o.Id).ToList();")]
    [InlineData("(from o in db.Orders join p in db.Payments on o.Phone equals {|PERF107:p.Note|} select p.Id).ToList();")]
    [InlineData("(from o in db.Orders join p in db.Payments on o.Phone equals {|PERF107:p.Note|} into all from p in all.DefaultIfEmpty() select o.Id).ToList();")]
    [InlineData("db.Orders.Select(o => new { o.Id, Paid = {|PERF107:db.Payments.Count(p => p.Note == o.Phone)|} }).ToList();")]
    public Task A_key_without_index_on_either_side_is_reported(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Payments.Join(db.Orders, p => p.OrderNumber, o => o.Number, (p, o) => o.Id).ToList();")]
    [InlineData("db.Orders.Join(db.Payments, o => o.Number, p => p.OrderNumber, (o, p) => o.Id).ToList();")]
    [InlineData("db.Orders.Join(db.Customers, o => o.CustomerId, c => c.Id, (o, c) => c.Name).ToList();")]
    [InlineData("db.Orders.Select(o => new { o.Id, o.Lines.Count }).ToList();")]
    [InlineData("db.Orders.Select(o => new { o.Id, Paid = db.Payments.Count(p => p.Id == o.Weight) }).ToList();")]
    public Task An_index_on_either_side_serves(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => o.Id == id).Join(db.Payments, o => o.Phone, p => p.Note, (o, p) => o.Id).ToList();")]
    [InlineData("db.Orders.Join(db.Payments.Where(p => p.Id == id), o => o.Phone, p => p.Note, (o, p) => o.Id).ToList();")]
    public Task A_filter_that_seeks_one_side_is_enough(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Join(db.Countries, o => o.Phone, c => c.Code, (o, c) => o.Id).ToList();")]
    [InlineData("db.Countries.Join(db.Orders, c => c.Code, o => o.Phone, (c, o) => o.Id).ToList();")]
    public Task A_small_table_is_left_alone(string query) => RuleShop.Verify(query);

    [Theory]
    [InlineData("db.Orders.Join(db.Payments, o => o.Phone.ToLower(), p => p.Note, (o, p) => o.Id).ToList();")]
    [InlineData("db.Orders.Join(db.Payments.Take(10), o => o.Phone, p => p.Note, (o, p) => o.Id).ToList();")]
    [InlineData("db.Orders.SelectMany(o => db.Payments, (o, p) => p.Id).ToList();")]
    public Task A_join_that_is_not_understood_is_left_alone(string query) => RuleShop.Verify(query);

    [Fact]
    public Task A_composite_key_needs_an_index_on_any_leading_part() =>
        RuleShop.Verify("db.Payments.Join(db.Orders, p => new { A = p.Note, B = p.OrderNumber }, o => new { A = o.Phone, B = o.Number }, (p, o) => o.Id).ToList();");

    [Fact]
    public Task It_is_reported_beside_a_filter_that_scans() =>
        RuleShop.Verify("(from o in db.Orders join p in db.Payments on o.Phone equals {|PERF107:p.Note|} where {|PERF101:o.Note == text|} select p.Id).ToList();");

    [Theory]
    [InlineData(Provider.SqlServer)]
    [InlineData(Provider.PostgreSql)]
    [InlineData(Provider.MySql)]
    [InlineData(Provider.None)]
    public Task It_is_the_same_on_every_database(Provider provider) =>
        RuleShop.Verify("db.Orders.Join(db.Payments, o => o.Phone, p => {|PERF107:p.Note|}, (o, p) => o.Id).ToList();", provider);

    [Fact]
    public async Task The_message_names_both_sides() => Assert.Equal(
        "PERF107: Neither 'Order' nor 'Payment' can be looked up by the key they are matched on: one is scanned to match the other; an index on (Note) of 'Payment' would serve it",
        await RuleShop.MessageOf("db.Orders.Join(db.Payments, o => o.Phone, p => p.Note, (o, p) => o.Id).ToList();"));
}
