using Microsoft.EntityFrameworkCore;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>A database with the schema of one model, and the context that queries it.</summary>
internal abstract class PlanSession(DbContext context, CommandCapture capture) : IDisposable
{
    public DbContext Context { get; } = context;

    /// <summary>The command a query sends, or why it sends none.</summary>
    public (CapturedCommand? Command, string? Failure) Capture(Action query) => capture.Of(query);

    /// <summary>What the planner says of a query.</summary>
    /// <param name="strip">Captures the same query without order and limit; asked only where it matters, and null where it has neither.</param>
    public abstract PlannerVerdict Explain(CapturedCommand command, Func<CapturedCommand?> strip);

    public virtual void Dispose() => Context.Dispose();
}
