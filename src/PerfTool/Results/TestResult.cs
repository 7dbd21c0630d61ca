using PerfAssert;

namespace PerfTool.Results;

/// <summary>What became of one test. Times in nanoseconds, sizes in bytes, per call.</summary>
internal sealed record TestResult
{
    /// <summary>The key in the baseline file.</summary>
    public required string Key { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>The verdict.</summary>
    public required PerfOutcome Outcome { get; init; }

    /// <summary>How bad a failure is.</summary>
    public PerfSeverity Severity { get; init; }

    /// <summary>Whether the test was red: a failure, or under strict an inconclusive one.</summary>
    public required bool FailsTest { get; init; }

    /// <summary>Why, in the words of the test.</summary>
    public required string Reason { get; init; }

    /// <summary>How many times as long as the baseline a call took; null where time was not compared.</summary>
    public double? Ratio { get; init; }

    /// <summary>From which ratio on the test fails.</summary>
    public double? Threshold { get; init; }

    /// <summary>What was counted besides, by name ("sqlCommands", "sqlRows"): least and most of a call.</summary>
    public IReadOnlyDictionary<string, FactRange>? Facts { get; init; }

    /// <summary>The operation's limits that it was held against.</summary>
    public BudgetResult? Budget { get; init; }

    /// <summary>What was seen under load; null for a test that is no load test.</summary>
    public LoadResult? Load { get; init; }

    /// <summary>The figures of the baseline; those of the older build for a comparison of two.</summary>
    public Figures? Baseline { get; init; }

    /// <summary>The figures of this run.</summary>
    public Figures? Now { get; init; }

    /// <summary>An interleaved comparison, with another method or another build.</summary>
    public ComparisonResult? Comparison { get; init; }

    /// <summary>Bytes a call allocated at the baseline, also where that baseline is of another machine and times are not compared.</summary>
    public double? AllocatedAtBaseline { get; init; }

    /// <summary>How long measuring took.</summary>
    public double? ElapsedSeconds { get; init; }

    /// <summary>The committed baseline, relative to the project.</summary>
    public string? BaselineFile { get; init; }

    /// <summary>The received file, relative to the project, where there is something to accept.</summary>
    public string? ReceivedFile { get; init; }

    /// <summary>Why a regression was accepted: the reason that stands in the baseline. A failure with it does not fail the gate.</summary>
    public string? Approved { get; init; }
}
