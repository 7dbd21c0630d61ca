using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>Queries inside a query.</summary>
public class SubqueryTests
{
    [Theory]
    [InlineData("o.Lines.Any()", "some Line; in Order.Lines Line: ")]
    [InlineData("o.Lines.Any(l => l.Sku == email && l.Quantity > 3)", "some Line; in Order.Lines Line: Sku = & Quantity <>")]
    [InlineData("!o.Lines.Any(l => l.Sku == email)", "no Line; in Order.Lines Line: Sku =")]
    [InlineData("o.Lines.All(l => l.Sku == email)", "no Line; in Order.Lines Line: Sku !=")]
    [InlineData("o.Lines.Where(l => l.Sku == email).Any()", "some Line; in Order.Lines Line: Sku =")]
    [InlineData("o.Lines.Select(l => l.Sku).Contains(email)", "some Line; in Order.Lines Line: Sku =")]
    [InlineData("o.Lines.Count() > 0", "some Line; in Order.Lines Line: ")]
    [InlineData("o.Lines.Count(l => l.Sku == email) == 0", "no Line; in Order.Lines Line: Sku =")]
    [InlineData("0 < o.Lines.Count", "some Line; in Order.Lines Line: ")]
    [InlineData("!(o.Lines.Count >= 1)", "no Line; in Order.Lines Line: ")]
    [InlineData("o.Customer.Orders.Any(p => p.Email == email)", "some Order; in Order.Customer.Orders Order: Email =")]
    [InlineData("o.Email == email || o.Lines.Any(l => l.Sku == email)", "(Email = | some Line); in Order.Lines Line: Sku =")]
    [InlineData("o.Lines.Any(l => l.Notes.Any(n => n.Text == email))", "some Line; in Order.Lines Line: some Note; in Line.Notes Note: Text =")]
    public void A_collection_in_a_filter_is_a_subquery(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("db.Lines.Any(l => l.OrderId == o.Id)", "some Line; in Order.Id=OrderId Line: ")]
    [InlineData("db.Lines.Any(l => l.OrderId == o.Id && l.Sku == email)", "some Line; in Order.Id=OrderId Line: Sku =")]
    [InlineData("db.Lines.Where(l => l.Sku == email).Any(l => o.Id == l.OrderId && l.Sku == o.Email)", "some Line; in Order.Id,Email=OrderId,Sku Line: Sku =")]
    [InlineData("db.Lines.SelectMany(l => db.Customers.Where(c => c.Id == l.Quantity)).Any(c => c.Id == o.CustomerId)", "some Customer; Line: ; on Line.Quantity=Id in Order.CustomerId=Id Customer: ")]
    [InlineData("!db.Lines.Any(l => l.OrderId == o.Id)", "no Line; in Order.Id=OrderId Line: ")]
    [InlineData("db.Lines.Select(l => l.OrderId).Contains(o.Id)", "some Line; in Order.Id=OrderId Line: ")]
    [InlineData("db.Lines.Count(l => l.OrderId == o.Id) > 0", "some Line; in Order.Id=OrderId Line: ")]
    public void A_correlated_query_in_a_filter_is_a_subquery(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("o.Lines.Count() > 5", "opaque; in Order.Lines Line: ")]
    [InlineData("id <= o.Lines.Count(l => l.Sku == email)", "opaque; in Order.Lines Line: Sku =")]
    [InlineData("o.Lines.Count == id", "opaque; in Order.Lines Line: ")]
    [InlineData("db.Lines.Count(l => l.OrderId == o.Id) != 3", "opaque; in Order.Id=OrderId Line: ")]
    [InlineData("o.Lines.Count() > o.Quantity", "unknown; in Order.Lines Line: ")]
    public void A_number_of_rows_is_counted_for_each(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("db.Lines.Any(l => l.Quantity > o.Quantity)", "unknown & unknown; Line: unknown")]
    [InlineData("o.Lines.Max(l => l.Quantity) > 5", "unknown; in Order.Lines Line: ")]
    [InlineData("db.Lines.Any(l => l.OrderId == o.Id && o.IsPaid)", "unknown & some Line; in Order.Id=OrderId Line: unknown")]
    [InlineData("db.Lines.Any(l => l.OrderId == o.Id || l.Sku == email)", "unknown & unknown; Line: unknown")]
    [InlineData("o.Lines.Any(l => l.Sku == o.Email)", "some Line & unknown; in Order.Lines Line: unknown")]
    [InlineData("o.Tags.Contains(email)", "unknown")]
    [InlineData("o.Tags.Any(t => t == email)", "unknown")]
    public void A_subquery_that_is_tied_otherwise_is_unknown(string predicate, string shape) => Assert.Equal(["Order: " + shape], QueryText.ShapesOf($"db.Orders.Where(o => {predicate}).ToList();"));

    [Theory]
    [InlineData("db.Orders.Select(o => new { N = db.Lines.Count(l => l.OrderId == o.Id) }).ToList();", "Order: ; in Order.Id=OrderId Line: ")]
    [InlineData("db.Orders.Where(o => o.Email == email).Select(o => o.Lines.OrderBy(l => l.Sku).FirstOrDefault()).ToList();", "Order: Email =; in Order.Lines Line:  order by Sku limit")]
    [InlineData("db.Orders.Select(o => new Dto { A = o.Lines.Count(l => l.Sku == email) }).ToList();", "Order: ; in Order.Lines Line: Sku =")]
    [InlineData("db.Orders.Select(o => new { Skus = o.Lines.Where(l => l.Sku == email).Select(l => l.Id).ToList() }).ToList();", "Order: ; in Order.Lines Line: Sku =")]
    [InlineData("db.Orders.Select(o => o.Lines.Any(l => l.Sku == email) ? 1 : 0).ToList();", "Order: ; in Order.Lines Line: Sku =")]
    public void A_subquery_in_a_projection_is_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Fact]
    public void A_list_that_was_read_before_is_no_subquery() =>
        Assert.Contains("Order: unknown", QueryText.ShapesOf("var read = db.Lines.Select(l => l.OrderId).ToList(); db.Orders.Where(o => read.Any(i => i == o.Id)).ToList();"));
}
