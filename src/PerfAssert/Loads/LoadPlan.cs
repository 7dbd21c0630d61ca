namespace PerfAssert.Loads;

/// <summary>What makes a test a load test: the request, how much of it, and how much of it may fail.</summary>
public sealed record LoadPlan
{
    /// <summary>One request. Called many times at once.</summary>
    public required Func<LoadIteration, ValueTask> Request { get; init; }

    /// <summary>How much load, and when.</summary>
    public required LoadProfile Profile { get; init; }

    /// <summary>The share of requests that may fail: 0 (the default) for none, 0.01 for one in a hundred.</summary>
    public double MaxErrors { get; init; }
}
