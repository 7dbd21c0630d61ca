using PerfAssert;
using PerfTool.Results;

namespace PerfTool.Tests.Gate;

public sealed class GateCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(PerfOutcome.Failed, PerfSeverity.Critical, 1)]
    [InlineData(PerfOutcome.Failed, PerfSeverity.High, 1)]
    [InlineData(PerfOutcome.Warning, PerfSeverity.None, 0)]
    [InlineData(PerfOutcome.Info, PerfSeverity.None, 0)]
    [InlineData(PerfOutcome.Inconclusive, PerfSeverity.None, 0)]
    [InlineData(PerfOutcome.NotMeasured, PerfSeverity.None, 0)]
    [InlineData(PerfOutcome.NoBaseline, PerfSeverity.None, 0)]
    public async Task Without_a_policy_what_failed_its_test_fails(PerfOutcome outcome, PerfSeverity severity, int exitCode) =>
        Assert.Equal(exitCode, (await GateAsync(Some.Test("Totals", outcome, severity))).ExitCode);

    [Fact]
    public async Task The_failure_is_told_in_the_words_of_the_test()
    {
        var run = await GateAsync(Some.Failed(), Some.Test("Finds"));

        Assert.Equal(
            "fail     Shop.Tests.CartPerf.Totals: FAILED (critical): 108 % slower than the baseline\n1 passed, 1 failed, 0 inconclusive, 0 not measured, 0 without baseline\ngate: FAILED: 1 of 2 tests\n",
            run.Output);
    }

    [Fact]
    public async Task A_load_test_fails_as_any_other()
    {
        var run = await GateAsync(Some.Load());

        Assert.Equal((1, "fail     Shop.Tests.OrdersLoad.Lists: FAILED (critical): the median is 50 % slower than the baseline"), (run.ExitCode, run.Output.Split('\n')[0]));
    }

    [Fact]
    public async Task An_approved_regression_passes_and_is_listed_with_its_reason()
    {
        var run = await GateAsync(Some.Failed() with { Approved = "The audit log is worth it" });

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("approved Shop.Tests.CartPerf.Totals: FAILED (critical), approved: 108 % slower than the baseline; approved: The audit log is worth it\n", run.Output, StringComparison.Ordinal);
    }

    [Theory, InlineData(PerfOutcome.Inconclusive), InlineData(PerfOutcome.NotMeasured)]
    public async Task Under_strict_a_test_without_an_answer_ends_with_3(PerfOutcome outcome) =>
        Assert.Equal(3, (await GateAsync(["--strict"], Some.Test("Totals", outcome))).ExitCode);

    [Fact]
    public async Task An_inconclusive_test_that_was_red_fails() =>
        Assert.Equal(1, (await GateAsync(Some.Test("Totals", PerfOutcome.Inconclusive) with { FailsTest = true })).ExitCode);

    [Fact]
    public async Task A_run_of_no_test_is_no_pass()
    {
        var run = await GateAsync();

        Assert.Equal((2, "perftool: The results hold no test, so there is nothing to judge. Did a filter leave the perf tests out?\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_policy_above_the_folder_is_found()
    {
        _folder.Write("perf-gate.json", """{ "schema": 1, "noBaseline": "fail" }""");

        Assert.Equal(1, (await GateAsync(Some.Test("Totals", PerfOutcome.NoBaseline))).ExitCode);
    }

    [Fact]
    public async Task A_policy_may_let_a_high_failure_through()
    {
        _folder.Write("lenient.json", """{ "schema": 1, "high": "warn" }""");

        Assert.Equal(0, (await GateAsync(["--policy", "lenient.json"], Some.Failed("Totals", PerfSeverity.High))).ExitCode);
    }

    [Fact]
    public async Task A_misspelled_word_is_told_with_its_line()
    {
        _folder.Write("perf-gate.json", "{\n  \"schema\": 1,\n  \"hihg\": \"warn\"\n}");

        var run = await GateAsync(Some.Test());

        Assert.Equal((2, "perftool: perf-gate.json(3): unknown property [hihg]. Known here: $schema, critical, high, inconclusive, info, noBaseline, notMeasured, schema, warning.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Json_says_what_failed()
    {
        var run = await GateAsync(["--json"], Some.Failed());

        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        Assert.Equal(("FAILED (critical)", 1), (json.RootElement.GetProperty("failed")[0].GetProperty("verdict").GetString(), json.RootElement.GetProperty("exitCode").GetInt32()));
    }

    private Task<ToolRun> GateAsync(params TestResult[] tests) => GateAsync([], tests);

    private Task<ToolRun> GateAsync(string[] options, params TestResult[] tests)
    {
        _folder.Write(Some.File(tests));
        return Tool.RunAsync(_folder.Path, ["gate", .. options]);
    }
}
