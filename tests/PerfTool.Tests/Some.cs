using PerfAssert;
using PerfTool.Reports;
using PerfTool.Results;

namespace PerfTool.Tests;

/// <summary>Results to test with.</summary>
internal static class Some
{
    public static TestResult Test(string method = "Totals", PerfOutcome outcome = PerfOutcome.Pass, PerfSeverity severity = PerfSeverity.None, string reason = "within 5 % of the baseline") => new()
    {
        Key = $"Shop.Tests.CartPerf.{method} @net10.0",
        Name = $"Shop.Tests.CartPerf.{method}",
        Outcome = outcome,
        Severity = severity,
        FailsTest = outcome == PerfOutcome.Failed,
        Reason = reason,
        Ratio = 1.01,
        Baseline = Times(1000) with { Allocated = 64 },
        Now = Times(1010) with { Allocated = 64 },
        BaselineFile = "CartPerf.perf.json",
    };

    public static TestResult Failed(string method = "Totals", PerfSeverity severity = PerfSeverity.Critical) =>
        Test(method, PerfOutcome.Failed, severity, "108 % slower than the baseline") with { Ratio = 2.08, Threshold = 1.15, Now = Times(2080) with { Allocated = 96 } };

    public static Figures Times(double p25) => new() { Min = p25 * 0.9, P25 = p25, P50 = p25 * 1.1, P95 = p25 * 2, P99 = p25 * 3, PercentilesOf = "calls" };

    public static ResultsFile File(params TestResult[] tests) => new()
    {
        Schema = ResultsFile.CurrentSchema, Assembly = "Shop.Tests", TargetFramework = "net10.0", Machine = "AMD EPYC | 2 cores | linux-x64 | .NET 10.0 | engine 1",
        Started = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc), Tests = tests,
    };

    public static IReadOnlyList<ReportSection> Report(params TestResult[] tests) => ReportSections.Of([File(tests)]);

    /// <summary>Writes a results file where the tool looks for it.</summary>
    public static string Write(this TemporaryFolder folder, ResultsFile file, string project = "Shop.Tests") =>
        folder.Write($"{project}/TestResults/perf-results.json", System.Text.Encoding.UTF8.GetString(ResultsReader.Write(file)));
}
