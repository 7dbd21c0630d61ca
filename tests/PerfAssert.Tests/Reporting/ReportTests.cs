using System.Text;
using System.Text.Json;
using PerfAssert.Baselines;
using PerfAssert.Budgets;
using PerfAssert.Comparing;
using PerfAssert.Measuring;
using PerfAssert.Reporting;
using PerfAssert.Statistics;
using PerfAssert.Verdicts;
using PerfBudgets;

namespace PerfAssert.Tests.Reporting;

public class ReportTests
{
    private static readonly BaselinePaths Paths = new("/repo/Shop.PerfTests", "/repo/Shop.PerfTests/Cart/CartPerf.perf.json", "/repo/Shop.PerfTests/Cart/CartPerf.perf.received.json");

    private static readonly RunInfo Run = new("Shop.PerfTests", "net10.0", Make.Machine().Key, Make.Day);

    [Fact]
    public void A_failure_of_time_reads_like_this() => Snapshot.Match(Result("Adds", 1_600, 96, baseline: (1_000, 96)).Describe());

    [Fact]
    public void A_failure_of_allocations_reads_like_this() => Snapshot.Match(Result("Adds", 1_000, 144, baseline: (1_000, 96)).Describe());

    [Fact]
    public void A_first_result_reads_like_this() => Snapshot.Match(Result("Adds", 1_000, 96).Describe());

    [Fact]
    public void A_doubt_reads_like_this() => Snapshot.Match(Result("Adds", 1_600, 96, baseline: (1_000, 96), mix: 48_000).Describe());

    [Fact]
    public void A_test_that_was_not_measured_reads_like_this() => Snapshot.Match(NotMeasured("Adds").Describe());

    [Fact]
    public void A_result_over_its_budget_reads_like_this() => Snapshot.Match(OverBudget().Describe());

    [Fact]
    public void A_budget_for_tools_reads_like_this() => Snapshot.Match(Encoding.UTF8.GetString(ResultsJson.Render(Run, [OverBudget()])));

    [Fact]
    public void A_failed_comparison_reads_like_this() => Snapshot.Match(Compared().Describe());

    [Fact]
    public void A_comparison_reads_like_this_for_tools() => Snapshot.Match(Encoding.UTF8.GetString(ResultsJson.Render(Run, [Compared()])));

    [Fact]
    public void A_comparison_reads_like_this_in_the_summary() => Snapshot.Match(SummaryTable.Render("Shop.PerfTests (net10.0)", [Compared(), Result("Adds", 1_000, 96, baseline: (1_000, 96))]));

    [Fact]
    public void The_summary_reads_like_this_as_Markdown() => Snapshot.Match(SummaryMarkdown.Render("Shop.PerfTests (net10.0)", All()));

    [Fact]
    public void The_summary_reads_like_this() => Snapshot.Match(SummaryTable.Render("Shop.PerfTests (net10.0)", All()));

    [Fact]
    public void The_results_for_tools_read_like_this() => Snapshot.Match(Encoding.UTF8.GetString(ResultsJson.Render(Run, All())));

    [Fact]
    public void The_results_for_tools_are_valid_JSON_whatever_a_test_is_called() =>
        Assert.EndsWith("\u0000\"\n\ufffd", JsonDocument.Parse(ResultsJson.Render(Run, [Result("\u0000\"\n\ud800", 1_000, 0)])).RootElement.GetProperty("tests")[0].GetProperty("name").GetString(), StringComparison.Ordinal);

    [Fact]
    public void A_test_s_name_cannot_break_the_table() =>
        Assert.Equal(5, SummaryTable.Render("title", [Result("two\nlines", 1_000, 0)]).TrimEnd('\n').Split('\n').Length);

    [Theory]
    [InlineData("perf-results.json", "perf-summary.txt")]
    [InlineData("perf-results.net8.0.json", "perf-summary.net8.0.txt")]
    public void Every_target_framework_has_a_summary_of_its_own(string results, string summary) => Assert.Equal(summary, RunReport.SummaryName(results));

    [Fact]
    public void Where_the_repository_has_the_tool_a_failure_and_the_summary_say_its_command()
    {
        const string Command = "dotnet perftool baseline accept --reason \"…\"";
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "dotnet-tools.json"), """{ "tools": { "perftool": {} } }""");
        var result = Result("Adds", 1_600, 96, baseline: (1_000, 96), paths: folder.Paths);

        Assert.Contains($"  if intended  {Command}{Environment.NewLine}", result.Describe(), StringComparison.Ordinal);
        Assert.Contains($"to accept what differs, in {folder.Path}: {Command}\n", SummaryTable.Render("title", [result]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_writes_its_files_into_the_project()
    {
        using var folder = new TemporaryFolder();
        new RunReport(Run, new ProjectInfo("/nowhere", folder.Path, null, "perf-results.json")).Add(Result("Adds", 1_000, 96));
        Assert.Equal(["perf-results.json", "perf-summary.md", "perf-summary.txt"], Directory.GetFiles(Path.Combine(folder.Path, "TestResults")).Select(Path.GetFileName).Order());
    }

    private static PerfTestResult[] All() =>
    [
        Result("Adds", 1_600, 96, baseline: (1_000, 96)),
        Result("Removes(id: 3)", 1_020, 96, baseline: (1_000, 96)),
        Result("Totals", 1_000, 144, baseline: (1_000, 96)),
        Result("Lists", 1_070_000, 96, baseline: (1_000_000, 96)),
        Result("Clears", 500, 96, baseline: (1_000, 96)),
        Result("Loads", 1_600, 96, baseline: (1_000, 96), mix: 48_000),
        Result("Saves", 1_000, 123_456),
        NotMeasured("Prints"),
    ];

    private static PerfTestResult OverBudget()
    {
        var operation = new OperationBudget
        {
            Name = "cart.adds",
            P50 = new Limits(Duration.Parse("2 µs"), null, null),
            P95 = new Limits(Duration.Parse("500 ns"), Duration.Parse("0.8 µs"), Duration.Parse("0.9 µs")),
        };
        var measurement = Make.Measurement(1_000, 96);
        var budget = BudgetRules.Judge(new TestBudget(operation, "../perf-budgets.json"), [measurement, measurement], null)!;
        var measured = Result("Adds", 1_000, 96, baseline: (1_000, 96));
        return new PerfTestResult(measured.Test, measured.Key, BudgetRules.Combine(budget, measured.Verdict), measured.Machine, measured.Paths)
        {
            Budget = budget,
            Baseline = measured.Baseline,
            AllocationBaseline = measured.AllocationBaseline,
            Now = measured.Now,
            Spread = measured.Spread,
            Elapsed = measured.Elapsed,
            Confirmed = true,
        };
    }

    private static PerfTestResult Result(string name, double time, double bytes, (double Time, double Bytes)? baseline = null, double mix = 30_000, BaselinePaths? paths = null)
    {
        var measurement = Make.Measurement(time, bytes, mix);
        var entry = baseline is { } b ? Make.Entry(Make.Record(b.Time, b.Bytes)) : null;
        var record = entry?.Machines.Values.Single();
        return new PerfTestResult(Test(name), $"Shop.CartPerf.{name} @net10.0", VerdictRules.Judge([measurement], entry, Make.Machine(), PerfPolicy.Default), Make.Machine(), paths ?? Paths)
        {
            Baseline = record,
            AllocationBaseline = record,
            Now = BaselineRecord.From(measurement, Make.Day),
            Spread = 0.012,
            Elapsed = TimeSpan.FromSeconds(2.5),
        };
    }

    private static PerfTestResult Compared()
    {
        var comparison = new Comparison
        {
            Pairs = [.. Enumerable.Repeat(new PairSample(1_300, 1_000), 500)],
            PairsPerBlock = 16,
            Ratio = new RatioEstimate(1.3, 1.28, 1.33, 31),
            Subject = Latency.From([1_300, 1_310, 1_400], []),
            Reference = Latency.From([1_000, 1_010, 1_100], []),
            SubjectAllocation = new Allocation(96, true),
            ReferenceAllocation = new Allocation(64, true),
            Settled = true,
            Elapsed = TimeSpan.FromSeconds(2.5),
        };
        var test = Test("Adds") with { RelativeTo = new PerfReference("AddsOld", new ActionBody(() => { })) };
        return new PerfTestResult(test, "Shop.CartPerf.Adds @net10.0", ComparisonRules.Judge(comparison, comparison, "AddsOld", PerfPolicy.Default), Make.Machine(), Paths)
        {
            Comparison = comparison,
            Elapsed = TimeSpan.FromSeconds(6),
            Confirmed = true,
        };
    }

    private static PerfTestResult NotMeasured(string name) =>
        new(Test(name), $"Shop.CartPerf.{name} @net10.0", new Verdict(PerfOutcome.NotMeasured, "Shop is a Debug build; measure with dotnet test -c Release"), Make.Machine(), Paths);

    private static PerfTest Test(string name) => new()
    {
        TestClass = typeof(ReportTests),
        Method = typeof(ReportTests).GetMethod(nameof(A_doubt_reads_like_this))!,
        DisplayName = "PerfAssert.Tests.Reporting.CartPerf." + name,
        Body = new ActionBody(() => { }),
    };
}
