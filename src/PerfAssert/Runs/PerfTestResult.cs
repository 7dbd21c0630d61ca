using PerfAssert.Baselines;
using PerfAssert.Comparing;
using PerfAssert.Facts;
using PerfAssert.Loads;
using PerfAssert.Measuring;
using PerfAssert.Verdicts;

namespace PerfAssert;

/// <summary>What became of one <see cref="PerfTest"/>.</summary>
public sealed class PerfTestResult
{
    internal PerfTestResult(PerfTest test, string key, Verdict verdict, MachineFingerprint machine, BaselinePaths paths)
    {
        Test = test;
        Key = key;
        Verdict = verdict;
        Machine = machine;
        Paths = paths;
    }

    /// <summary>The test.</summary>
    public PerfTest Test { get; }

    /// <summary>The test's key in its baseline file.</summary>
    public string Key { get; }

    /// <summary>What the measurement means.</summary>
    public PerfOutcome Outcome => Verdict.Outcome;

    /// <summary>How bad, if it failed.</summary>
    public PerfSeverity Severity => Verdict.Severity;

    /// <summary>Why, in one line.</summary>
    public string Reason => Verdict.Reason;

    /// <summary>Whether the test must go red: a failure, or a doubt where the test is strict.</summary>
    public bool FailsTest => Verdict.FailsTest(Test.Policy);

    /// <summary>
    /// Whether a reader should be told of this test although it is green: it got slower by 10 % or more, it could not be decided, or nothing holds
    /// it yet. Anything less is in the summary, and a warning that comes with each run is soon read by nobody.
    /// </summary>
    public bool DeservesWarning => !FailsTest
        && (Outcome is PerfOutcome.Warning or PerfOutcome.Inconclusive || (Outcome == PerfOutcome.NoBaseline && AllocationBaseline is null));

    /// <summary>Time now over time at the baseline, or over that of <see cref="PerfTest.RelativeTo"/>; null when time was not judged.</summary>
    public double? TimeRatio => Verdict.TimeRatio;

    internal Verdict Verdict { get; }

    internal MachineFingerprint Machine { get; }

    internal BaselinePaths Paths { get; }

    /// <summary>This machine's record in the committed baseline.</summary>
    internal BaselineRecord? Baseline { get; init; }

    /// <summary>The record allocations were compared with, which may be another machine's.</summary>
    internal BaselineRecord? AllocationBaseline { get; init; }

    /// <summary>The measurement the verdict rests on; null when nothing was measured.</summary>
    internal BaselineRecord? Now { get; init; }

    /// <summary>What was counted, also where nothing was measured.</summary>
    internal IReadOnlyList<CountedFact> Facts { get; init; } = [];

    /// <summary>The facts they were compared with.</summary>
    internal FactCounts FactBaseline { get; init; } = FactCounts.None;

    /// <summary>What the test's budget says; null where it has none, or nothing was measured.</summary>
    internal JudgedBudget? Budget { get; init; }

    /// <summary>What was found beside <see cref="PerfTest.RelativeTo"/>; null for a test with a baseline.</summary>
    internal Comparison? Comparison { get; init; }

    /// <summary>What was seen under load; null for a test that is none, or was not measured.</summary>
    internal JudgedLoad? Load { get; init; }

    internal double Spread { get; init; }

    internal TimeSpan Elapsed { get; init; }

    /// <summary>How long the test waited because another process measured, and for whom; none where it did not.</summary>
    internal (TimeSpan Time, string? For) Waited { get; set; }

    internal bool Confirmed { get; init; }

    /// <summary>Why the received file could not be written; null when it could, or need not be.</summary>
    internal string? ReceiveProblem { get; init; }
}
