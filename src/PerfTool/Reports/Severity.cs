using PerfAssert;
using PerfTool.Results;

namespace PerfTool.Reports;

/// <summary>How urgently somebody should look at a result.</summary>
internal static class Severity
{
    /// <summary>The worst first; of equals the slowest, then by name.</summary>
    public static IEnumerable<TestResult> WorstFirst(IEnumerable<TestResult> tests) => tests
        .OrderBy(Rank)
        .ThenByDescending(test => test.Comparison?.Ratio ?? test.Ratio ?? 0)
        .ThenBy(test => test.Name, StringComparer.Ordinal)
        .ThenBy(test => test.Key, StringComparer.Ordinal);

    /// <summary>From 0, the worst.</summary>
    public static int Rank(TestResult test) => test.Outcome switch
    {
        PerfOutcome.Failed when test.Approved is not null => 3,
        PerfOutcome.Failed => test.Severity == PerfSeverity.High ? 1 : 0,
        PerfOutcome.Inconclusive => test.FailsTest ? 2 : 4,
        PerfOutcome.Warning => 5,
        PerfOutcome.Info => 6,
        PerfOutcome.NotMeasured => 7,
        PerfOutcome.NoBaseline => 8,
        PerfOutcome.Improved => 9,
        _ => 10,
    };
}
