namespace PerfAssert;

/// <summary>One metric, then and now.</summary>
public sealed record MetricComparison
{
    /// <summary>The metric's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Which way it improves.</summary>
    public required Better Better { get; init; }

    /// <summary>What the comparison came to.</summary>
    public required PerfOutcome Outcome { get; init; }

    /// <summary>How bad, if it failed.</summary>
    public PerfSeverity Severity { get; init; }

    /// <summary>Why, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The baseline's values; null where it has none.</summary>
    public MetricSummary? Then { get; init; }

    /// <summary>This run's values; null where it recorded none.</summary>
    public MetricSummary? Now { get; init; }

    /// <summary>By which share of the baseline the median got worse: 0.2 for 20 % more of what should be less, or less of what should be more; negative for better; null where that cannot be said.</summary>
    public double? WorseBy { get; init; }
}
