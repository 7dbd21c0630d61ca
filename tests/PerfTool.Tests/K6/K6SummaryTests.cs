using PerfAssert;
using PerfTool.Results;

namespace PerfTool.Tests.K6;

/// <summary>There and back: what the exported script's handleSummary writes, <c>perftool import k6</c> holds against the same budgets.</summary>
public sealed class K6SummaryTests : IDisposable
{
    private const string Budgets = """{ "schema": 1, "operations": { "orders.list": { "p95": { "warning": "400 ms", "critical": "1 s" }, "p99": { "critical": "2 s" } } } }""";

    private const string Scenario = """{ "schema": 1, "name": "orders", "budget": "orders.list", "steps": [{ "method": "GET", "path": "/orders" }], "profiles": { "smoke": { "rate": 10, "duration": "3 s" } } }""";

    private readonly K6StandIn _k6 = new();

    public void Dispose() => _k6.Dispose();

    [NodeFact]
    public async Task What_was_within_every_limit_passes() => Assert.Equal((PerfOutcome.Pass, PerfOutcome.Pass), await ThereAndBackAsync(p95: "320.5", isKept: true));

    [NodeFact]
    public async Task What_is_over_a_warning_limit_is_a_warning_though_k6_was_content() => Assert.Equal((PerfOutcome.Warning, PerfOutcome.Pass), await ThereAndBackAsync(p95: "480", isKept: true));

    [NodeFact]
    public async Task What_broke_a_threshold_of_k6_failed() => Assert.Equal((PerfOutcome.Failed, PerfOutcome.Failed), await ThereAndBackAsync(p95: "1100", isKept: false));

    [NodeFact]
    public async Task The_summary_says_when_it_was_made()
    {
        await SummaryAsync("320.5", isKept: true);

        Assert.StartsWith("{\"metadata\":{\"generatedAt\":\"", _k6.Read("summary.json"), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task At_the_end_the_script_tells_which_thresholds_were_broken() => Assert.Equal(
        """
        BROKEN http_req_duration{operation:orders.list,expected_response:true}: p(95)<1000
        BROKEN http_req_failed{operation:orders.list}: rate==0
        kept   http_req_duration{operation:orders.list,expected_response:true}: p(99)<2000
        wrote summary.json: perftool import k6 summary.json

        """.ReplaceLineEndings("\n"), await SummaryAsync("1100", isKept: false));

    /// <summary>Latency and errors.</summary>
    private async Task<(PerfOutcome, PerfOutcome)> ThereAndBackAsync(string p95, bool isKept)
    {
        await SummaryAsync(p95, isKept);

        var import = await Tool.RunAsync(_k6.Folder, "import", "k6", "summary.json");

        Assert.Equal((0, ""), (import.ExitCode, import.Error.Replace("wrote TestResults/perf-results.k6.json\n", "", StringComparison.Ordinal)));
        var tests = ResultsReader.Read(Path.Combine(_k6.Folder, "TestResults/perf-results.k6.json"), "x").Tests.ToDictionary(test => test.Name);
        var latency = tests["http_req_duration{operation:orders.list,expected_response:true}"];
        Assert.Equal("orders.list", latency.Budget?.Operation);
        // Nothing is compared with a baseline, which shows where nothing else does.
        return (latency.Outcome == PerfOutcome.NoBaseline ? PerfOutcome.Pass : latency.Outcome, tests["http_req_failed{operation:orders.list}"].Outcome);
    }

    /// <summary>Exports, runs handleSummary on what k6 hands to it, and writes the files that it returns.</summary>
    private async Task<string> SummaryAsync(string p95, bool isKept)
    {
        _k6.Write("perf-budgets.json", Budgets);
        _k6.Write("orders.load.json", Scenario);
        Assert.Equal((0, "wrote orders.smoke.k6.js\nwrote orders.smoke.k6.yaml\n"), await Tool.RunAsync(_k6.Folder, "k6", "export", "orders.load.json") is var run ? (run.ExitCode, run.Output) : default);
        var ok = isKept ? "true" : "false";
        _k6.Write("summary.js", $$"""
            import { writeFileSync } from 'node:fs';
            globalThis.__ENV = {};
            const script = await import('./orders.smoke.k6.js');
            const files = script.handleSummary({
              root_group: { name: '', path: '', id: 'd41d8cd98f00b204e9800998ecf8427e', groups: [], checks: [] },
              options: { summaryTrendStats: script.options.summaryTrendStats, summaryTimeUnit: '', noColor: false },
              state: { isStdOutTTY: false, isStdErrTTY: false, testRunDurationMs: 3004.2 },
              metrics: {
                http_reqs: { type: 'counter', contains: 'default', values: { count: 30, rate: 9.98 } },
                http_req_duration: { type: 'trend', contains: 'time', values: { min: 90, med: 152.79, avg: 160, 'p(95)': {{p95}}, 'p(99)': 1200, max: 1300, count: 30 } },
                'http_req_duration{operation:orders.list,expected_response:true}': { type: 'trend', contains: 'time', values: { min: 90, med: 152.79, avg: 160, 'p(95)': {{p95}}, 'p(99)': 1200, max: 1300, count: 30 },
                  thresholds: { 'p(95)<1000': { ok: {{ok}} }, 'p(99)<2000': { ok: true } } },
                'http_req_failed{operation:orders.list}': { type: 'rate', contains: 'default', values: { rate: 0, passes: 0, fails: 30 }, thresholds: { 'rate==0': { ok: {{ok}} } } },
              },
            });
            for (const [name, content] of Object.entries(files)) name === 'stdout' ? process.stdout.write(content) : writeFileSync(name, content);
            """);
        return await NodeTools.RunAsync(_k6.Folder, "summary.js");
    }
}
