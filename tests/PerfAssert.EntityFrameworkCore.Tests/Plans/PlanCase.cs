using PerfAssert.EntityFrameworkCore.Tests.Shop;

namespace PerfAssert.EntityFrameworkCore.Tests.Plans;

/// <summary>A query, and how each database reads its tables: "Orders seek, Lines scan".</summary>
public sealed record PlanCase(string Name, Func<ShopContext, IQueryable> Query, string Sqlite, string PostgreSql)
{
    public PlanCase(string name, Func<ShopContext, IQueryable> query, string both)
        : this(name, query, both, both)
    {
    }

    public static string Words(QueryPlan plan) => string.Join(", ", plan.Accesses.Select(access => $"{access.Table} {access.Kind}").Order(StringComparer.Ordinal));

    public override string ToString() => Name;
}
