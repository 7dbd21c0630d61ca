using PerfAssert;
using PerfTool.Reports;
using PerfTool.Results;

namespace PerfTool.Tests.Reports;

public class TextReportTests
{
    [Fact]
    public void The_table_has_the_words_of_the_runs_own_summary() => Assert.Equal(
        """
        PerfAssert: Shop.Tests (net10.0) on AMD EPYC | 2 cores | linux-x64 | .NET 10.0 | engine 1
          Test             Verdict               Baseline → Now  Ratio              p50 / p95 / p99    Allocated
          CartPerf.Totals  FAILED (critical)  1.00 µs → 2.08 µs  2.08×  2.29 µs / 4.16 µs / 6.24 µs  64 B → 96 B
          CartPerf.Finds   pass               1.00 µs → 1.01 µs  1.01×  1.11 µs / 2.02 µs / 3.03 µs         64 B
          1 passed, 1 failed, 0 inconclusive, 0 not measured, 0 without baseline

        """,
        TextReport.Render(Some.Report(Some.Test("Finds"), Some.Failed())));

    [Fact]
    public void The_worst_stands_first()
    {
        TestResult[] tests =
        [
            Some.Test("Pass"), Some.Test("Improved", PerfOutcome.Improved), Some.Test("NoBaseline", PerfOutcome.NoBaseline), Some.Test("NotMeasured", PerfOutcome.NotMeasured), Some.Test("Info", PerfOutcome.Info),
            Some.Test("Warning", PerfOutcome.Warning), Some.Test("Inconclusive", PerfOutcome.Inconclusive), Some.Failed("Approved") with { Approved = "why" }, Some.Failed("High", PerfSeverity.High), Some.Failed("Critical"),
        ];

        Assert.Equal(
            ["Critical", "High", "Approved", "Inconclusive", "Warning", "Info", "NotMeasured", "NoBaseline", "Improved", "Pass"],
            Severity.WorstFirst(tests).Select(test => test.Name.Split('.')[^1]));
    }

    [Fact]
    public void Every_outcome_is_counted() => Assert.Equal(
        "4 passed (1 improved, 2 slightly slower), 2 failed (1 approved), 1 inconclusive, 1 not measured, 1 without baseline",
        ReportSections.Counts(
        [
            .. Enum.GetValues<PerfOutcome>().Select(outcome => Some.Test(outcome.ToString(), outcome)), Some.Failed() with { Approved = "why" },
        ]));

    [Fact]
    public void A_comparison_of_two_builds_names_the_older_one_in_the_title()
    {
        var file = Some.File(Some.Test() with
        {
            Baseline = null, Now = null,
            Comparison = new ComparisonResult { RelativeTo = "main (1a2b3c4)", Ratio = 1.2, Lower = 1.18, Upper = 1.23, Processes = [1.19, 1.2, 1.22], Reference = Some.Times(1000), Now = Some.Times(1200) },
        }) with { Base = "main (1a2b3c4)" };

        var text = TextReport.Render(ReportSections.Of([file]));

        Assert.Contains("engine 1, against main (1a2b3c4)\n", text, StringComparison.Ordinal);
        Assert.Contains("1.00 µs → 1.20 µs  1.20×", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_details_of_a_comparison_tell_what_each_process_saw() => Assert.Contains(
        "  processes    1.19×, 1.20×, 1.22×; main against itself 0.99×, 1.01×\n",
        TestDetails.Describe(Some.File(), Some.Test() with { Comparison = new ComparisonResult { RelativeTo = "main", Ratio = 1.2, Processes = [1.19, 1.2, 1.22], Control = [0.99, 1.01] } }),
        StringComparison.Ordinal);

    [Fact]
    public void The_details_are_those_of_the_failure_message() => Assert.Equal(
        """
        Shop.Tests.CartPerf.Totals: FAILED (critical): 108 % slower than the baseline
          time         1.00 µs → 2.08 µs a call (p25 of batches; min 900 ns → 1.87 µs)
          ratio        2.08× of the baseline; the test fails from 1.15× on
          allocated    64 B → 96 B a call
          p50/p95/p99  2.29 µs / 4.16 µs / 6.24 µs of single calls
          budget       cart.total: p95 4.16 µs (warning 2.00 µs, critical 5.00 µs); perf-budgets.json
          sql          1 → 51 SQL commands, 25 rows
          machine      AMD EPYC | 2 cores | linux-x64 | .NET 10.0 | engine 1
          baseline     CartPerf.perf.json
        """,
        TestDetails.Describe(Some.File(), Some.Failed() with
        {
            Baseline = Some.Times(1000) with { Allocated = 64, Facts = new Dictionary<string, long> { ["sqlCommands"] = 1, ["sqlRows"] = 25 } },
            Facts = new Dictionary<string, FactRange> { ["sqlCommands"] = new(51, 51), ["sqlRows"] = new(25, 25) },
            Budget = new BudgetResult { Operation = "cart.total", File = "perf-budgets.json", Outcome = PerfOutcome.Warning, PercentilesOf = "calls", P95 = new BudgetPercentile(4160, null, 2000, 5000) },
        }));
}
