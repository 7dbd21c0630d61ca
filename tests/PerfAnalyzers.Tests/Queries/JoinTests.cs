using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>Queries over several tables.</summary>
public class JoinTests
{
    [Theory]
    [InlineData("db.Orders.Join(db.Lines, o => o.Id, l => l.OrderId, (o, l) => o).Where(o => o.Email == email).ToList();", "Order: Email =; on Order.Id=OrderId Line: ")]
    [InlineData("db.Orders.Join(db.Lines.Where(l => l.Sku == email), o => o.Id, l => l.OrderId, (o, l) => new { o, l }).Where(x => x.o.Email == email && x.l.Quantity > 3).OrderBy(x => x.o.Id).ToList();", "Order: Email = order by Id; on Order.Id=OrderId Line: Sku = & Quantity <>")]
    [InlineData("(from o in db.Orders join l in db.Lines on o.Id equals l.OrderId where o.Email == email && l.Sku == email select o).ToList();", "Order: Email =; on Order.Id=OrderId Line: Sku =")]
    [InlineData("(from o in db.Orders join l in db.Lines on new { A = o.Id, B = o.Email } equals new { A = l.OrderId, B = l.Sku } select l).ToList();", "Order: ; on Order.Id,Email=OrderId,Sku Line: ")]
    [InlineData("(from o in db.Orders join c in db.Customers on o.CustomerId equals c.Id join l in db.Lines on o.Id equals l.OrderId where c.Name == email select l).ToList();", "Order: ; on Order.CustomerId=Id Customer: Name =; on Order.Id=OrderId Line: ")]
    [InlineData("db.Orders.Join(db.Lines, o => o.Id.ToString(), l => l.Sku, (o, l) => o).ToList();", "Order: ; on Order.= Line: ")]
    [InlineData("db.Orders.LeftJoin(db.Lines, o => o.Id, l => l.OrderId, (o, l) => new { o, l }).Where(x => x.o.Email == email).ToList();", "Order: Email =; left on Order.Id=OrderId Line: ")]
    [InlineData("db.Orders.Join(db.Lines.Take(3), o => o.Id, l => l.OrderId, (o, l) => o).ToList();", "Order: ; on Order.Id=OrderId Line: unknown limit")]
    public void Joins_are_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("(from o in db.Orders join l in db.Lines on o.Id equals l.OrderId into ls from l in ls.DefaultIfEmpty() where o.Email == email select new { o, l }).ToList();", "Order: Email =; left on Order.Id=OrderId Line: ")]
    [InlineData("(from o in db.Orders join l in db.Lines on o.Id equals l.OrderId into ls from l in ls where l.Sku == email select o).ToList();", "Order: ; on Order.Id=OrderId Line: Sku =")]
    [InlineData("db.Orders.GroupJoin(db.Lines, o => o.Id, l => l.OrderId, (o, ls) => new { o, ls }).SelectMany(x => x.ls.DefaultIfEmpty(), (x, l) => new { x.o, l }).Where(y => y.o.Email == email).ToList();", "Order: Email =; left on Order.Id=OrderId Line: ")]
    public void Group_joins_are_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("(from o in db.Orders from l in o.Lines where o.Email == email && l.Sku == email select l).ToList();", "Order: Email =; on Order.Lines Line: Sku =")]
    [InlineData("db.Orders.SelectMany(o => o.Lines).Where(l => l.Sku == email).ToList();", "Order: ; on Order.Lines Line: Sku =")]
    [InlineData("db.Orders.SelectMany(o => o.Lines.Where(l => l.Quantity > 3).DefaultIfEmpty(), (o, l) => new { o, l }).Where(x => x.o.Email == email).ToList();", "Order: Email =; left on Order.Lines Line: Quantity <>")]
    [InlineData("(from o in db.Orders from l in db.Lines where l.OrderId == o.Id && o.Email == email select l).ToList();", "Order: Email =; on Order.Id=OrderId Line: ")]
    [InlineData("(from o in db.Orders from l in db.Lines.Where(l => l.OrderId == o.Id).DefaultIfEmpty() select l).ToList();", "Order: ; left on Order.Id=OrderId Line: ")]
    [InlineData("(from c in db.Customers from o in db.Orders from l in db.Lines where o.CustomerId == c.Id && l.OrderId == o.Id select l).ToList();", "Customer: ; on Customer.Id=CustomerId Order: ; on Order.Id=OrderId Line: ")]
    public void Rows_of_rows_are_read(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("(from o in db.Orders join l in db.Lines on o.Id equals l.OrderId where o.Email == email || l.Sku == email select o).ToList();", "Order: unknown; on Order.Id=OrderId Line: unknown")]
    [InlineData("(from o in db.Orders join l in db.Lines on o.Id equals l.OrderId where o.Quantity > l.Quantity select o).ToList();", "Order: unknown; on Order.Id=OrderId Line: unknown")]
    [InlineData("(from o in db.Orders join l in db.Lines on o.Id equals l.OrderId orderby l.Sku select o).Take(3).ToList();", "Order:  order by ? limit; on Order.Id=OrderId Line: ")]
    [InlineData("(from o in db.Orders join l in db.Lines on o.Id equals l.OrderId orderby o.Id, l.Sku select o).Take(3).ToList();", "Order:  order by Id, ? limit; on Order.Id=OrderId Line: ")]
    public void What_belongs_to_no_table_alone_is_unknown_to_each(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));
}
