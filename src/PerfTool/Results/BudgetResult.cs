using PerfAssert;

namespace PerfTool.Results;

/// <summary>An operation's budget, held against a test.</summary>
internal sealed record BudgetResult
{
    /// <summary>The operation.</summary>
    public required string Operation { get; init; }

    /// <summary>The file its limits stand in.</summary>
    public required string File { get; init; }

    /// <summary>What came of it.</summary>
    public required PerfOutcome Outcome { get; init; }

    /// <summary>What the percentiles are of: "calls" or "batch means".</summary>
    public string? PercentilesOf { get; init; }

    /// <summary>The median and its limits.</summary>
    public BudgetPercentile? P50 { get; init; }

    /// <summary>The 95th percentile and its limits.</summary>
    public BudgetPercentile? P95 { get; init; }

    /// <summary>The 99th percentile and its limits.</summary>
    public BudgetPercentile? P99 { get; init; }
}
