using System.Collections.Immutable;
using PerfAssert;
using PerfTool.Results;

namespace PerfTool.Gate;

/// <summary>What closes the gate. Pure.</summary>
/// <param name="Decisions">What was decided of an outcome, by its word in the policy file; the others are decided as the test itself was.</param>
internal sealed record GatePolicy(ImmutableDictionary<string, GateDecision> Decisions)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "perf-gate.json";

    /// <summary>What fails its test fails the gate.</summary>
    public static GatePolicy Default { get; } = new(ImmutableDictionary<string, GateDecision>.Empty);

    /// <summary>The outcomes that a policy can name.</summary>
    public static IReadOnlyList<string> Words { get; } = ["critical", "high", "warning", "info", "inconclusive", "notMeasured", "noBaseline"];

    /// <summary>Decides of a test.</summary>
    public GateDecision Decide(TestResult test)
    {
        if (Word(test) is not { } word)
            return test.FailsTest ? GateDecision.Fail : GateDecision.Pass;
        var decision = Decisions.TryGetValue(word, out var decided) ? decided
            : test.FailsTest || word is "critical" or "high" ? GateDecision.Fail
            : word is "warning" or "inconclusive" or "notMeasured" ? GateDecision.Warn
            : GateDecision.Inform;
        return decision == GateDecision.Fail && test is { Approved: not null, Outcome: PerfOutcome.Failed } ? GateDecision.Approved : decision;
    }

    private static string? Word(TestResult test) => test.Outcome switch
    {
        PerfOutcome.Failed => test.Severity == PerfSeverity.High ? "high" : "critical",
        PerfOutcome.Warning => "warning",
        PerfOutcome.Info => "info",
        PerfOutcome.Inconclusive => "inconclusive",
        PerfOutcome.NotMeasured => "notMeasured",
        PerfOutcome.NoBaseline => "noBaseline",
        _ => null,
    };
}
