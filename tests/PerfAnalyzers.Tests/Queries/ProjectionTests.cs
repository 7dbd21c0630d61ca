using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>Operators after a projection are traced back to the columns it was made of.</summary>
public class ProjectionTests
{
    [Theory]
    [InlineData("db.Orders.Select(o => o.Email).Where(e => e == email).ToList();", "Order: Email =")]
    [InlineData("db.Orders.Select(o => o.Email).First(e => e == email);", "Order: Email = limit")]
    [InlineData("db.Orders.Select(o => o.IsPaid).Where(p => p).ToList();", "Order: IsPaid~ true")]
    [InlineData("db.Orders.Select(o => o.Customer).Where(c => c.Name == email).ToList();", "Order: Customer.Name =")]
    [InlineData("db.Orders.Select(o => new { o.Id, Mail = o.Email }).Where(x => x.Mail == email).OrderBy(x => x.Id).ToList();", "Order: Email = order by Id")]
    [InlineData("db.Orders.Select(o => new { o, C = o.Customer }).Where(x => x.o.Email == email && x.C.Name == email).ToList();", "Order: Email = & Customer.Name =")]
    [InlineData("db.Orders.Select(o => new Dto { A = o.Id, B = o.Customer.Name }).Where(d => d.B == email).OrderBy(d => d.A).ToList();", "Order: Customer.Name = order by Id")]
    [InlineData("db.Orders.Select(o => new Positional(o.Id, o.Email)).Where(d => d.Mail == email).ToList();", "Order: Email =")]
    [InlineData("db.Orders.Select(o => new { X = new { o.Email } }).Where(x => x.X.Email == email).ToList();", "Order: Email =")]
    public void A_projected_column_is_traced(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("(from o in db.Orders let e = o.Email where e == email select o).ToList();", "Order: Email =")]
    [InlineData("(from o in db.Orders let e = o.Email let c = o.Customer let n = c.Name where e == email && n == email && o.IsPaid orderby c.Id select o).ToList();", "Order: Email = & Customer.Name = & IsPaid~ true order by Customer.Id")]
    [InlineData("(from o in db.Orders select new { o.Email } into x where x.Email == email select x).ToList();", "Order: Email =")]
    public void A_let_clause_is_traced(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("db.Orders.Select(o => o.Quantity + 1).Where(q => q == id).ToList();", "Order: unknown")]
    [InlineData("db.Orders.Select(o => new { Q = o.Quantity + 1 }).Where(x => x.Q == id).ToList();", "Order: unknown")]
    [InlineData("db.Orders.Select(o => new Arguments(o.Email)).Where(x => x.Mail == email).ToList();", "Order: unknown")]
    [InlineData("db.Orders.Select(o => new Loud(o.Email)).Where(x => x.Text == email).ToList();", "Order: unknown")]
    [InlineData("db.Orders.Select((o, i) => o).Where(x => x.Email == email).ToList();", "Order: unknown")]
    [InlineData("db.Orders.GroupBy(o => o.Email).Select(g => new { g.Key, N = g.Count() }).Where(x => x.Key == email).ToList();", "Order: unknown")]
    [InlineData("db.Orders.Select(o => new { Q = o.Quantity + 1 }).OrderBy(x => x.Q).ToList();", "Order:  order by ?")]
    public void What_cannot_be_traced_is_unknown(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));
}
