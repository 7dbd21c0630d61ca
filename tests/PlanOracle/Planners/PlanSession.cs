using Microsoft.EntityFrameworkCore;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>A database with the schema of one model, and the context that queries it.</summary>
internal abstract class PlanSession(DbContext context, CommandCapture capture) : IDisposable
{
    public DbContext Context { get; } = context;

    /// <summary>The command a query sends, or why it sends none.</summary>
    public (CapturedCommand? Command, string? Failure) Capture(Action query) => capture.Of(query);

    /// <summary>What the planner says of a query.</summary>
    /// <param name="stripped">The same query without order and limit, or null where it has neither.</param>
    public abstract PlannerVerdict Explain(CapturedCommand command, CapturedCommand? stripped);

    public virtual void Dispose() => Context.Dispose();
}
