namespace PerfAssert.EntityFrameworkCore;

/// <summary>A query's plan is not as the test demands.</summary>
public sealed class QueryPlanException : Exception
{
    /// <summary>Creates one.</summary>
    public QueryPlanException(string message, QueryPlan plan)
        : base(message) => Plan = plan;

    /// <summary>The plan.</summary>
    public QueryPlan Plan { get; }
}
