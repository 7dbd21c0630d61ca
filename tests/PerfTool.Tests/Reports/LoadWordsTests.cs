using System.Text;
using PerfTool.Reports;
using PerfTool.Results;

namespace PerfTool.Tests.Reports;

public sealed class LoadWordsTests
{
    private const string File = """
        {
          "schema": 1, "assembly": "Shop.Tests", "targetFramework": "net10.0", "machine": "a machine", "started": "2026-03-01T12:00:00Z",
          "tests": [{
            "key": "Shop.OrdersLoad.Lists @net10.0", "name": "Shop.OrdersLoad.Lists", "outcome": "failed", "severity": "critical", "failsTest": true, "reason": "20 of 2,000 requests failed",
            "load": {
              "profile": "200/s for 10 s", "model": "open", "end": "completed", "offered": 2000, "started": 2000, "succeeded": 1980, "failed": 20, "dropped": 3, "throughput": 198,
              "latency": { "count": 1980, "min": 1000000, "mean": 2000000, "p50": 2000000, "p95": 4000000, "p99": 6000000, "p999": 7000000, "max": 8000000 },
              "errors": [{ "kind": "status 503", "count": 20, "example": "busy" }]
            }
          }]
        }
        """;

    [Fact]
    public void A_load_test_is_read_and_told_in_full() => Assert.Equal(
        """
        Shop.OrdersLoad.Lists: FAILED (critical): 20 of 2,000 requests failed
          load         200/s for 10 s: 2,000 offered, 1,980 answered (198.0/s), 20 failed, 3 dropped
          latency      2.00 ms / 4.00 ms / 6.00 ms / 7.00 ms / 8.00 ms (p50/p95/p99/p99.9/max, as a user waits)
          error        20 status 503: busy
          machine      a machine
        """.ReplaceLineEndings("\n"),
        TestDetails.Describe(Read(), Read().Tests[0]));

    [Fact]
    public void Its_cell_says_what_was_not_answered() => Assert.Equal("198/s, 20 failed, 3 dropped", LoadWords.Cell(Read().Tests[0]));

    [Fact]
    public void A_test_that_is_no_load_test_has_no_cell() => Assert.Equal("", LoadWords.Cell(Read().Tests[0] with { Load = null }));

    [Fact]
    public void What_had_no_answer_when_the_run_was_cancelled_is_told() => Assert.Contains(
        "20 failed, 3 dropped, 7 without an answer when it was cancelled", TestDetails.Describe(Read(), With(load => load with { Unfinished = 7 })), StringComparison.Ordinal);

    [Fact]
    public void Requests_that_do_not_heed_their_token_are_told() => Assert.Contains(
        "\n               4 of those that timed out still went on at the end", TestDetails.Describe(Read(), With(load => load with { Abandoned = 4 })), StringComparison.Ordinal);

    private static TestResult With(Func<LoadResult, LoadResult> change) => Read().Tests[0] is var test ? test with { Load = change(test.Load!) } : null!;

    private static ResultsFile Read() => ResultsReader.Parse(Encoding.UTF8.GetBytes(File), "perf-results.json");
}
