using PerfAssert;
using PerfTool.Results;

namespace PerfTool.Tests.Imports;

public sealed class ImportCommandTests : IDisposable
{
    private const string Budgets = """{ "schema": 1, "operations": { "conversations.list": { "p95": { "warning": "400 ms", "critical": "1 s" } }, "any.request": { "p95": { "critical": "300 ms" } }, "tail": { "p99": { "critical": "2 s" } } } }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_broken_threshold_fails_the_gate_in_k6s_words()
    {
        await ImportAsync("k6", Samples.K6Export(isBroken: true));

        var gate = await Tool.RunAsync(_folder.Path, "gate");

        Assert.Equal(1, gate.ExitCode);
        Assert.StartsWith("fail     http_req_duration: FAILED (critical): k6's threshold 'p(95)<500' is broken\n", gate.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_named_like_an_operation_is_held_against_its_budget()
    {
        _folder.Write("perf-budgets.json", Budgets);

        await ImportAsync("k6", Samples.K6Export());

        Assert.Equal((PerfOutcome.Warning, "p95 is 13 % over the warning limit of 400 ms for conversations.list"), Of("k6", "http_req_duration{name:conversations.list}"));
    }

    [Fact]
    public async Task A_metric_is_held_against_the_operation_that_the_user_names()
    {
        _folder.Write("perf-budgets.json", Budgets);

        await ImportAsync("k6", Samples.K6MachineReadable, "--budget", "any.request=http_req_duration");

        Assert.Equal((PerfOutcome.Failed, "p95 is 7 % over the critical limit of 300 ms for any.request"), Of("k6", "http_req_duration"));
    }

    [Fact]
    public async Task A_limit_on_a_percentile_that_the_file_has_not_stays_open()
    {
        _folder.Write("perf-budgets.json", Budgets);

        await ImportAsync("k6", Samples.K6Export(), "--budget", "tail=http_req_duration");

        Assert.Equal((PerfOutcome.Inconclusive, "p99 has a limit for tail, and the file has no p99"), Of("k6", "http_req_duration"));
    }

    [Theory]
    [InlineData("nonsense", "--budget nonsense: it has the form OPERATION=METRIC")]
    [InlineData("any.request=http_reqs", "the file has no times of 'http_reqs'")]
    [InlineData("any.requst=http_req_duration", "Did you mean 'any.request'?")]
    public async Task A_budget_that_is_not_there_is_told(string budget, string words)
    {
        _folder.Write("perf-budgets.json", Budgets);

        var run = await ImportAsync("k6", Samples.K6Export(), "--budget", budget);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, Assert.Single(run.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slower_median_than_the_baselines_fails()
    {
        await ImportAsync("k6", Samples.K6Export(), "--save-baseline", "k6.baseline.json");

        await ImportAsync("k6", Samples.K6Export(median: "190.5"), "--baseline", "k6.baseline.json");

        Assert.Equal((PerfOutcome.Failed, "25 % worse (single values)"), Of("k6", "http_req_duration"));
    }

    [Fact]
    public async Task A_baseline_of_another_environment_fails_nothing()
    {
        await ImportAsync("k6", Samples.K6Export(), "--save-baseline", "k6.baseline.json", "--environment", "staging");

        await ImportAsync("k6", Samples.K6Export(median: "190.5"), "--baseline", "k6.baseline.json", "--environment", "production");

        Assert.Equal(PerfOutcome.Inconclusive, Of("k6", "http_req_duration").Outcome);
    }

    [Fact]
    public async Task Without_sample_counts_nothing_is_compared_with_a_baseline()
    {
        await ImportAsync("k6", Samples.K6Export(), "--save-baseline", "k6.baseline.json");

        await ImportAsync("k6", Samples.K6MachineReadable.Replace("152.79", "900", StringComparison.Ordinal), "--baseline", "k6.baseline.json");

        Assert.Equal((PerfOutcome.NoBaseline, "without sample counts it is not compared with a baseline"), Of("k6", "http_req_duration"));
    }

    [Fact]
    public async Task A_slower_benchmark_fails()
    {
        await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet(), "--save-baseline", "bench.json");

        await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet(factor: 1.3), "--baseline", "bench.json");

        Assert.Equal((PerfOutcome.Failed, "30 % worse (median)"), Of("benchmarkdotnet", "Shop.CartBench.Totals"));
    }

    [Fact]
    public async Task The_report_has_medians_of_both_sides()
    {
        await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet(), "--save-baseline", "bench.json");

        var run = await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet(), "--baseline", "bench.json");

        Assert.Contains("  1.01 µs → 1.01 µs  1.00× ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_benchmark_that_allocates_more_fails()
    {
        await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet(), "--save-baseline", "bench.json");

        await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet(allocated: 96), "--baseline", "bench.json");

        Assert.Equal((PerfOutcome.Failed, "allocated: 33 % worse (single values)"), Of("benchmarkdotnet", "Shop.CartBench.Totals"));
    }

    [Fact]
    public async Task A_benchmark_without_result_is_not_measured()
    {
        await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet());

        Assert.Equal((PerfOutcome.NotMeasured, "BenchmarkDotNet has no result of it"), Of("benchmarkdotnet", "Shop.CartBench.Breaks"));
    }

    [Fact]
    public async Task A_benchmark_that_is_gone_is_told()
    {
        await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet(), "--save-baseline", "bench.json");

        await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet().Replace("CartBench.Totals\"", "CartBench.Sum\"", StringComparison.Ordinal), "--baseline", "bench.json");

        Assert.Equal((PerfOutcome.NotMeasured, "in the baseline, and not recorded by this run"), Of("benchmarkdotnet", "Shop.CartBench.Totals"));
    }

    [Fact]
    public async Task A_baseline_is_replaced_only_by_force()
    {
        await ImportAsync("k6", Samples.K6Export(), "--save-baseline", "k6.baseline.json");
        var before = _folder.Read("k6.baseline.json");

        var run = await ImportAsync("k6", Samples.K6Export(median: "1"), "--save-baseline", "k6.baseline.json");

        Assert.Equal((2, before), (run.ExitCode, _folder.Read("k6.baseline.json")));
        Assert.EndsWith("perftool: k6.baseline.json is there already, and was left as it is: pass --force to replace the baseline.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_of_another_tool_is_refused()
    {
        await ImportAsync("k6", Samples.K6Export(), "--save-baseline", "k6.baseline.json");

        Assert.Equal(2, (await ImportAsync("benchmarkdotnet", Samples.BenchmarkDotNet(), "--baseline", "k6.baseline.json")).ExitCode);
    }

    private Task<ToolRun> ImportAsync(string tool, string content, params string[] options)
    {
        _folder.Write("summary.json", content);
        return Tool.RunAsync(_folder.Path, ["import", tool, "summary.json", .. options]);
    }

    private (PerfOutcome Outcome, string Reason) Of(string tool, string name)
    {
        var test = Assert.Single(ResultsReader.Read(Path.Combine(_folder.Path, $"TestResults/perf-results.{tool}.json"), "x").Tests, test => test.Name == name);
        return (test.Outcome, test.Reason);
    }
}
