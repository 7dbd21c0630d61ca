using Microsoft.EntityFrameworkCore;

namespace PerfTooling.PlanOracle.Planners;

internal sealed class PostgreSqlPlanner : IPlanner
{
    public DatabaseKind Database => DatabaseKind.PostgreSql;
    public static PostgreSqlPlanner Start() => new();
    public PlanSession Open(Func<DbContextOptions, DbContext> create) => throw new NotSupportedException();
    public void Dispose() { }
}
