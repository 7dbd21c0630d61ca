using PerfAssert.EntityFrameworkCore.Tests.Shop;
using PerfTooling.Shared;

namespace PerfAssert.EntityFrameworkCore.Tests.Plans;

/// <summary>What the real database says, as it is read.</summary>
public class PostgreSqlPlansTests(PostgreSqlShop shop) : IClassFixture<PostgreSqlShop>
{
    [PostgreSqlTheory]
    [MemberData(nameof(PlanCases.Names), MemberType = typeof(PlanCases))]
    public void Each_table_is_read_as_the_plan_says(string name)
    {
        using var db = shop.Context();
        var one = PlanCases.Named(name);
        var plan = QueryPlans.Explain(db, one.Query(db));
        Assert.True(one.PostgreSql == PlanCase.Words(plan), $"{one.PostgreSql}\n{PlanCase.Words(plan)}\n{plan}\n{plan.Sql}");
    }
}
