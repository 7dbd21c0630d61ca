using PerfAssert.EntityFrameworkCore.Tests.Shop;

namespace PerfAssert.EntityFrameworkCore.Tests.Plans;

/// <summary>What the real database says, as it is read.</summary>
public class SqlitePlansTests(SqliteShop shop) : IClassFixture<SqliteShop>
{
    [Theory]
    [MemberData(nameof(PlanCases.Names), MemberType = typeof(PlanCases))]
    public void Each_table_is_read_as_the_plan_says(string name)
    {
        using var db = shop.Context();
        var one = PlanCases.Named(name);
        var plan = QueryPlans.Explain(db, one.Query(db));
        Assert.True(one.Sqlite == PlanCase.Words(plan), $"{one.Sqlite}\n{PlanCase.Words(plan)}\n{plan}\n{plan.Sql}");
    }
}
