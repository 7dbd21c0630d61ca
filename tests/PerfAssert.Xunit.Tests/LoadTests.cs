using Fixtures;

namespace PerfAssert.XunitTests;

/// <summary>[LoadFact] through the real xunit and the real generator, for a fraction of a second each.</summary>
[Collection("xunit in xunit")]
public sealed class LoadTests : IDisposable
{
    private readonly XunitRun _run = new(measured: true);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_request_is_sent_at_the_rate_it_asks_for()
    {
        Run(nameof(UnderLoad.Open));
        // 500 a second for 200 ms, and the first one.
        Assert.Equal(101, XunitRun.Journal.Count);
    }

    [Fact]
    public void What_was_seen_is_in_the_tests_output() =>
        Assert.Contains("500/s for 200 ms: 100 offered, 100 answered", Run(nameof(UnderLoad.Open)).Output, StringComparison.Ordinal);

    [Fact]
    public void Users_wait_for_their_answers_side_by_side()
    {
        Run(nameof(UnderLoad.Closed));
        Assert.Equal(["user 0", "user 1"], XunitRun.Journal.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_request_may_block() => Assert.Equal("passed", Run(nameof(UnderLoad.Blocking)).Result);

    [Fact]
    public void A_request_that_fails_fails_the_test_and_is_counted_under_its_name() =>
        Assert.Contains("of 20 requests failed, most of them by status 503: busy", Run(nameof(UnderLoad.SometimesFails)).Result, StringComparison.Ordinal);

    [Fact]
    public void Requests_may_fail_where_the_test_says_so() => Assert.Equal("passed", Run(nameof(UnderLoad.MayFail)).Result);

    [Fact]
    public void A_first_request_that_fails_is_the_tests_own_failure() =>
        Assert.StartsWith("System.TimeoutException: late", Run(nameof(UnderLoad.Broken)).Result, StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_is_measured_one_request_is_sent()
    {
        using var unmeasured = new XunitRun();
        Run(nameof(UnderLoad.Open));
        Assert.Equal(["open"], XunitRun.Journal);
    }

    [Theory]
    [InlineData(nameof(RefusedLoads.HasParameters), "it takes nothing, or one LoadIteration")]
    [InlineData(nameof(RefusedLoads.AsyncVoid), "async void")]
    [InlineData(nameof(RefusedLoads.NoLoad), "does not say how much load")]
    [InlineData(nameof(RefusedLoads.BadStages), "'30 to 50' is none")]
    public void A_load_test_that_cannot_be_carried_out_fails_and_says_why(string test, string reason) =>
        Assert.Contains(reason, XunitRun.Run(typeof(RefusedLoads))["Fixtures.RefusedLoads." + test].Result, StringComparison.Ordinal);

    [Fact]
    public void Load_tests_can_be_chosen_by_their_category() =>
        Assert.All(XunitRun.Discover(typeof(UnderLoad)), test => Assert.Equal(["Load", "Perf"], test.Categories.Order(StringComparer.Ordinal)));

    [Fact]
    public void A_load_test_is_run_when_an_IDE_chose_it() =>
        Assert.Equal("passed", XunitRun.Run(method => method == nameof(UnderLoad.Closed), serialize: true, typeof(UnderLoad))["Fixtures.UnderLoad.Closed"].Result);

    private static XunitRun.Outcome Run(string test) => XunitRun.Run(method => method == test, serialize: false, typeof(UnderLoad))["Fixtures.UnderLoad." + test];
}
