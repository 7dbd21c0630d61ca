using Microsoft.EntityFrameworkCore;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>Opens databases on which queries are explained.</summary>
internal interface IPlanner : IDisposable
{
    DatabaseKind Database { get; }

    /// <summary>Creates the schema of a model, filled where the planner looks at rows.</summary>
    /// <param name="create">Makes the context for options.</param>
    PlanSession Open(Func<DbContextOptions, DbContext> create);
}
