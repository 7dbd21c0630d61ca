using PerfAssert;
using PerfTool.Cli;
using PerfTool.Reports;
using PerfTool.Results;

namespace PerfTool.Gate;

/// <summary>What the gate makes of results.</summary>
/// <param name="Tests">The tests with what was decided of them, worst first.</param>
/// <param name="IsStrict">Whether to insist on an answer.</param>
internal sealed record GateResult(IReadOnlyList<(TestResult Test, GateDecision Decision)> Tests, bool IsStrict)
{
    /// <summary>Judges. Pure.</summary>
    /// <exception cref="ToolException">There is nothing to judge, which must not pass for a pass.</exception>
    public static GateResult Of(IReadOnlyList<ResultsFile> files, GatePolicy policy, bool isStrict)
    {
        var tests = Severity.WorstFirst(files.SelectMany(file => file.Tests)).Select(test => (test, policy.Decide(test))).ToArray();
        return tests.Length > 0 ? new GateResult(tests, isStrict) : throw new ToolException("The results hold no test, so there is nothing to judge. Did a filter leave the perf tests out?");
    }

    /// <summary>The tests of one decision.</summary>
    public IEnumerable<TestResult> With(GateDecision decision) => Tests.Where(test => test.Decision == decision).Select(test => test.Test);

    /// <summary>How many have no answer: inconclusive, or not measured at all.</summary>
    public int Undecided => Tests.Count(test => test.Test.Outcome is PerfOutcome.Inconclusive or PerfOutcome.NotMeasured);

    /// <summary>What the process ends with.</summary>
    public ExitCode ExitCode => Tests.Any(test => test.Decision == GateDecision.Fail) ? ExitCode.Failed : IsStrict && Undecided > 0 ? ExitCode.Inconclusive : ExitCode.Passed;
}
