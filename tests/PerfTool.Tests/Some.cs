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

    /// <summary>A load test whose system answered too slowly, and dropped three arrivals.</summary>
    public static TestResult Load(string method = "Lists", PerfOutcome outcome = PerfOutcome.Failed) => new()
    {
        Key = $"Shop.Tests.OrdersLoad.{method} @net10.0",
        Name = $"Shop.Tests.OrdersLoad.{method}",
        Outcome = outcome,
        Severity = outcome == PerfOutcome.Failed ? PerfSeverity.Critical : PerfSeverity.None,
        FailsTest = outcome == PerfOutcome.Failed,
        Reason = "the median is 50 % slower than the baseline",
        Ratio = 1.5,
        Threshold = 1.15,
        Baseline = LoadTimes(2e6),
        Now = LoadTimes(3e6),
        BaselineFile = "OrdersLoad.perf.json",
        Load = new LoadResult
        {
            Profile = "200/s for 10 s", Model = "open", End = "completed", Offered = 2_000, Started = 1_997, Succeeded = 1_997, Dropped = 3, Throughput = 199.7, Runs = 2,
            Latency = new LoadLatencies(1_997, 1e6, 3e6, 3e6, 6e6, 9e6, 10e6, 12e6), ServiceTime = new LoadLatencies(1_997, 1e6, 3e6, 3e6, 6e6, 9e6, 10e6, 12e6),
        },
    };

    private static Figures LoadTimes(double p50) => new() { P50 = p50, P95 = p50 * 2, P99 = p50 * 3, PercentilesOf = "calls", Profile = "200/s for 10 s", Samples = 1_997, Throughput = 199.7, Mix = 30_000 };

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
