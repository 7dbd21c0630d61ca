using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Queries;

/// <summary>Queries that are put together in local variables.</summary>
public class VariableTests
{
    [Theory]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); q.ToList();", "Order: Email =")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); q = q.Where(o => o.Phone == phone); q.ToList();", "Order: Email = & Phone =")]
    [InlineData("IQueryable<Order> q = db.Orders; q = q.Where(o => o.Email == email).OrderBy(o => o.Id); await q.FirstAsync();", "Order: Email = order by Id limit")]
    [InlineData("IQueryable<Order> q; q = db.Orders.Where(o => o.Email == email); q.ToList();", "Order: Email =")]
    [InlineData("IQueryable<Order>? q = null; q = db.Orders.Where(o => o.Email == email); q.ToList();", "Order: Email =")]
    [InlineData("var q = db.Orders.Where(o => o.Phone == phone); q = db.Orders.Where(o => o.Email == email); q.ToList();", "Order: Email =")]
    [InlineData("var a = db.Orders.Where(o => o.Email == email); var b = a.Where(o => o.Phone == phone); b.ToList();", "Order: Email = & Phone =")]
    [InlineData("var set = db.Set<Order>(); set.Where(o => o.Email == email).ToList();", "Order: Email =")]
    [InlineData("if (flag) { var q = db.Orders.Where(o => o.Email == email); q = q.Where(o => o.Id == id); q.ToList(); }", "Order: Email = & Id =")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); foreach (var o in q) { }", "Order: Email =")]
    [InlineData("var q = from o in db.Orders where o.Email == email select o; var p = from o in q where o.Phone == phone select o.Id; p.ToList();", "Order: Email = & Phone =")]
    [InlineData("foreach (var i in ids) { var q = db.Orders.Where(o => o.Id == i); q = q.Where(o => o.Email == email); q.ToList(); }", "Order: Id = & Email =")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); Action later = () => q.ToList();", "Order: Email =")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); q.ToList(); q = q.Where(o => o.Phone == phone);", "Order: Email =")]
    [InlineData("var ls = db.Lines.Where(l => l.Sku == email); db.Orders.Where(o => ls.Any(l => l.OrderId == o.Id)).ToList();", "Order: some Line; in Order.Id=OrderId Line: Sku =")]
    public void A_straight_line_is_certain(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("var q = db.Orders.AsQueryable(); if (flag) q = q.Where(o => o.Email == email); q.ToList();", "Order: Email = possible")]
    [InlineData("var q = db.Orders.Where(o => o.Id == id); if (flag) { q = q.Where(o => o.Email == email); } else { q = q.Where(o => o.Phone == phone); } q.ToList();", "Order: Id = & Email = & Phone = possible")]
    [InlineData("var q = db.Orders.AsQueryable(); foreach (var e in emails) q = q.Where(o => o.Email == e); q.ToList();", "Order: Email = possible")]
    [InlineData("var q = db.Orders.AsQueryable(); foreach (var e in emails) { q = q.Where(o => o.Email == e); q.ToList(); }", "Order: Email = possible")]
    [InlineData("var q = db.Orders.AsQueryable(); foreach (var e in emails) { q.ToList(); q = q.Where(o => o.Email == e); }", "Order: Email = possible")]
    [InlineData("var q = flag ? db.Orders.Where(o => o.Email == email) : db.Orders; q.ToList();", "Order: Email = possible")]
    [InlineData("var q = db.Orders.AsQueryable(); q = flag ? q.Where(o => o.Email == email) : q; q.ToList();", "Order: Email = possible")]
    [InlineData("(flag ? db.Orders.Where(o => o.Id == id).Where(o => o.Email == email) : db.Orders.Where(o => o.Id == id)).ToList();", "Order: Id = & Email = & Id = possible")]
    [InlineData("var q = db.Orders.AsQueryable(); switch (id) { case 1: q = q.Where(o => o.Email == email); break; } q.ToList();", "Order: Email = possible")]
    [InlineData("var q = db.Orders.AsQueryable(); try { q = q.Where(o => o.Email == email); } catch { } q.ToList();", "Order: Email = possible")]
    [InlineData("var q = db.Orders.AsQueryable(); Action later = () => q.ToList(); q = q.Where(o => o.Email == email);", "Order: Email = possible")]
    [InlineData("var q = db.Orders.AsQueryable(); again: q.ToList(); q = q.Where(o => o.Email == email); if (flag) goto again;", "Order: ")]
    public void What_stands_under_a_condition_is_possible(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("var q = db.Orders.Where(o => o.Id > id); if (flag) q = q.OrderBy(o => o.Email); q.ToList();", "Order: Id <> order by ?")]
    [InlineData("var q = db.Orders.OrderBy(o => o.Id); if (flag) q = q.ThenBy(o => o.Email); q.Take(3).ToList();", "Order:  order by Id, ? limit")]
    [InlineData("var q = db.Orders.AsQueryable(); q = id switch { 1 => q.OrderBy(o => o.Email), 2 => q.OrderByDescending(o => o.Id), _ => throw new InvalidOperationException() }; q.Take(3).ToList();", "Order:  order by ? limit")]
    [InlineData("var q = db.Orders.OrderBy(o => o.Id).AsQueryable(); if (flag) q = q.Take(3); q.ToList();", "Order:  order by Id")]
    [InlineData("var q = db.Orders.OrderBy(o => o.Id).AsQueryable(); if (flag) q = q.OrderBy(o => o.Email); q = q.OrderBy(o => o.Phone); q.ToList();", "Order:  order by Phone")]
    public void An_order_under_a_condition_is_unread(string query, string shape) => Assert.Equal([shape], QueryText.ShapesOf(query));

    [Theory]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); if (flag) q = db.Orders.Where(o => o.Phone == phone); q.ToList();")]
    [InlineData("IQueryable<Order> q; if (flag) q = db.Orders.Where(o => o.Email == email); else q = db.Orders.Where(o => o.Phone == phone); q.ToList();")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); Action change = () => q = q.Where(o => o.Phone == phone); change(); q.ToList();")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); Action change = () => { q = q.Where(o => o.Phone == phone); }; change(); q.ToList();")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); Change(ref q); q.ToList(); void Change(ref IQueryable<Order> x) { }")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); (q, id) = (db.Orders.Where(o => o.Phone == phone), 1); q.ToList();")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); var p = q; q = q.Where(o => o.Phone == phone); q = p.Where(o => o.Id == id); if (flag) q = p; q.ToList();")]
    [InlineData("var q = db.Orders.Where(o => o.Email == email); q ??= db.Orders; q.ToList();")]
    [InlineData("var q = db.Orders.AsQueryable(); if (flag) q = q.Join(db.Lines, o => o.Id, l => l.OrderId, (o, l) => o); q.Where(o => o.Email == email).ToList();")]
    [InlineData("var q = flag ? db.Orders.Where(o => o.Email == email) : db.Orders.FromSqlRaw(\"select 1\"); q.ToList();")]
    public void What_is_assigned_in_any_other_way_is_left_alone(string query) => Assert.Empty(QueryText.ShapesOf(query));
}
