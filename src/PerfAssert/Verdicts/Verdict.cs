namespace PerfAssert.Verdicts;

/// <summary>The outcome, and the words and figures that explain it.</summary>
internal sealed record Verdict(PerfOutcome Outcome, string Reason)
{
    private readonly PerfOutcome? _againstBaseline;

    /// <summary>What the comparison with the baseline came to: <see cref="Outcome"/>, unless a budget decided.</summary>
    public PerfOutcome AgainstBaseline
    {
        get => _againstBaseline ?? Outcome;
        init => _againstBaseline = value;
    }

    /// <summary>How bad, if <see cref="Outcome"/> is <see cref="PerfOutcome.Failed"/>.</summary>
    public PerfSeverity Severity { get; init; }

    /// <summary>Time now over time then, as judged; null when time was not judged.</summary>
    public double? TimeRatio { get; init; }

    /// <summary>The ratio from which on the test fails.</summary>
    public double? Threshold { get; init; }

    /// <summary>Lines that say what the facts consist of on which the verdict rests.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Whether facts were counted that the baseline does not have yet.</summary>
    public bool HasNewFacts { get; init; }

    /// <summary>Whether it is in doubt for want of an undisturbed reading, which another moment may bring.</summary>
    public bool IsDisturbed { get; init; }

    /// <summary>Whether this result is worth accepting as the new baseline.</summary>
    public bool IsAcceptable => HasNewFacts || AgainstBaseline is PerfOutcome.NoBaseline or PerfOutcome.Failed or PerfOutcome.Improved or PerfOutcome.Warning;

    /// <summary>Whether the test must go red.</summary>
    public bool FailsTest(PerfPolicy policy) =>
        Outcome == PerfOutcome.Failed || (policy.Strict && Outcome == PerfOutcome.Inconclusive);
}
