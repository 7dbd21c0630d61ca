namespace PerfTooling.PlanOracle.Generation;

/// <summary>How a query ends: the operators after its filters.</summary>
/// <param name="Text">From the limit to the call that executes the query: <c>.Take(10).ToList()</c>.</param>
/// <param name="HasLimit">True when it returns only some of the rows.</param>
internal sealed record QueryEnding(string Text, bool HasLimit)
{
    /// <summary>The ending that returns every row of the same filter; null where this one does.</summary>
    public string? Unlimited { get; init; }

    /// <summary>True when it filters rows itself: <c>First(o =&gt; …)</c>.</summary>
    public bool Filters { get; init; }

    public bool IsAsync { get; init; }

    /// <summary>True where it needs an order before it.</summary>
    public bool NeedsOrder { get; init; }

    /// <summary>True for a <c>foreach</c> over the query, instead of a call.</summary>
    public bool IsLoop { get; init; }
}
