using Microsoft.EntityFrameworkCore;

namespace PerfAssert.EntityFrameworkCore.Tests.Plans;

/// <summary>Queries of every kind of access. Tables are named in ordinal order.</summary>
internal static class PlanCases
{
    private static readonly int[] Ids = [1, 2, 3];

    public static IReadOnlyList<PlanCase> All { get; } =
    [
        new("by the key", db => db.Orders.Where(o => o.Id == Ids[0]), "Orders Seek"),
        new("by an index", db => db.Customers.Where(c => c.Email == "a"), "Customers Seek"),
        new("by a range of an index", db => db.Orders.Where(o => o.Day > 3), "Orders Seek"),
        new("by an index's first column", db => db.Orders.Where(o => o.Status == 3), "Orders Seek"),
        new("by an index's second column", db => db.Orders.Where(o => o.Code == "a"), "Orders TableScan", "Orders IndexScan"),
        new("by a column without index", db => db.Customers.Where(c => c.City == "Oslo"), "Customers TableScan"),
        new("by a list", db => db.Orders.Where(o => Ids.Contains(o.Id)), "Orders Seek"),
        new("by either of two indexes", db => db.Orders.Where(o => o.Day == 1 || o.Status == 2), "Orders Seek, Orders Seek", "Orders Seek"),
        new("by either of an index and none", db => db.Orders.Where(o => o.Day == 1 || o.Code == "a"), "Orders TableScan", "Orders IndexScan"),
        new("by an expression", db => db.Customers.Where(c => c.Email.ToLower() == "a"), "Customers TableScan"),
        new("all rows", db => db.Lines, "Lines TableScan"),
        new("all rows of an index", db => db.Orders.Select(o => o.Day), "Orders IndexScan"),
        new("some rows", db => db.Lines.Take(3), "Lines OrderedScan"),
        new("some rows in the key's order", db => db.Lines.OrderBy(l => l.Id).Take(3), "Lines OrderedScan"),
        new("some rows in an index's order", db => db.Orders.OrderBy(o => o.Day).Take(3), "Orders OrderedScan"),
        new("some rows in an order of their own", db => db.Lines.OrderBy(l => l.Sku).Take(3), "Lines TableScan"),
        new("some filtered rows", db => db.Customers.Where(c => c.City == "Oslo").Take(3), "Customers TableScan"),
        new("some filtered rows in an index's order", db => db.Orders.Where(o => o.Code == "a").OrderBy(o => o.Day).Take(3), "Orders OrderedScan"),
        new("a filtered index", db => db.Orders.Where(o => o.IsOpen).OrderBy(o => o.Priority), "Orders FilteredIndexScan"),
        new("a join by the key", db => db.Orders.Where(o => o.Day == 1).Select(o => o.Customer!.Email), "Customers Seek, Orders Seek"),
        new("a join by a foreign key", db => db.Customers.Where(c => c.Email == "a").SelectMany(c => c.Orders), "Customers Seek, Orders Seek"),
        new("a join that no index serves", db => db.Orders.Where(o => o.Day == 1).SelectMany(o => o.Lines), "Lines TableScan, Orders Seek"),
        new("a join of columns without index", db => db.Orders.Join(db.Customers, o => o.Code, c => c.City, (o, c) => o.Id), "Customers AutomaticIndex, Orders IndexScan", "Customers TableScan, Orders IndexScan"),
        new("a correlated subquery", db => db.Customers.Where(c => c.Email == "a").Select(c => c.Orders.Count()), "Customers Seek, Orders Seek"),
        new("an EXISTS that no index serves", db => db.Orders.Where(o => o.Day == 1 && o.Lines.Any(l => l.Sku == "S1")), "Lines TableScan, Orders Seek"),
        new("a page of a joined collection", db => db.Customers.OrderBy(c => c.Id).Take(2).Include(c => c.Orders), "Customers OrderedScan, Orders Seek"),
        new("a union", db => db.Orders.Where(o => o.Day == 1).Select(o => o.Id).Concat(db.Lines.Where(l => l.Id == 2).Select(l => l.Id)), "Lines Seek, Orders Seek"),
        new("a group", db => db.Lines.GroupBy(l => l.Sku).Select(g => new { g.Key, Count = g.Count() }), "Lines TableScan"),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(one => one.Name)];

    public static PlanCase Named(string name) => All.Single(one => one.Name == name);
}
