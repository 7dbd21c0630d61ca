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
    public void A_system_that_does_not_keep_up_fails_once_a_second_run_says_so_too()
    {
        var result = Run(nameof(UnderLoad.TooSlow)).Result;
        Assert.Matches("the system did not keep up: 1?[0-9][0-9] of 200 arrivals found 20 requests on their way and were dropped", result);
        Assert.Contains("in two runs", result, StringComparison.Ordinal);
    }

    [Fact]
    public void When_its_time_is_over_the_test_fails_and_its_requests_are_told_to_stop()
    {
        Assert.Contains("timed out after 500 milliseconds", Run(nameof(UnderLoad.GivenUp)).Result, StringComparison.Ordinal);
        Assert.True(SpinWait.SpinUntil(() => XunitRun.Journal.Contains("told to stop"), TimeSpan.FromSeconds(30)));
    }

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

    [Fact]
    public void A_scenario_does_its_setup_once_and_offers_the_load_of_its_profile()
    {
        RunScenario(nameof(Scenarios.Smoke));
        // 100 a second for 100 ms, and the first one.
        Assert.Equal(["/login", .. Enumerable.Repeat("/orders abc", 11)], XunitRun.Journal);
    }

    [Fact]
    public void A_test_names_another_profile_of_its_scenario() =>
        Assert.Contains("3 users for 50 ms: ", RunScenario(nameof(Scenarios.Stress)).Output, StringComparison.Ordinal);

    [Fact]
    public void The_client_of_a_scenario_may_come_later() => Assert.Equal("passed", RunScenario(nameof(Scenarios.MadeLater)).Result);

    [Fact]
    public void Where_nothing_is_measured_one_iteration_of_a_scenario_is_sent()
    {
        using var unmeasured = new XunitRun();
        RunScenario(nameof(Scenarios.Smoke));
        Assert.Equal(["/login", "/orders abc"], XunitRun.Journal);
    }

    [Theory]
    [InlineData(nameof(RefusedScenarios.NoClient), "the test returned no HttpClient")]
    [InlineData(nameof(RefusedScenarios.Request), "returns the HttpClient that the scenario's requests are sent by")]
    [InlineData(nameof(RefusedScenarios.Rate), "sets both Scenario and Rate")]
    [InlineData(nameof(RefusedScenarios.NoSuchProfile), "there is no profile 'smok'")]
    [InlineData(nameof(RefusedScenarios.NoSuchFile), "there is no such file")]
    [InlineData(nameof(RefusedScenarios.ProfileAlone), "sets Profile and no Scenario")]
    [InlineData(nameof(RefusedScenarios.NoSuchBudget), "nobody.knows.it")]
    public void A_scenario_that_does_not_fit_fails_its_test_and_says_why(string test, string reason) =>
        Assert.Contains(reason, XunitRun.Run(method => method == test, serialize: false, typeof(RefusedScenarios))["Fixtures.RefusedScenarios." + test].Result, StringComparison.Ordinal);

    [Fact]
    public void An_attribute_derived_from_it_may_skip() => Assert.Contains("There is no server.", RunScenario(nameof(Scenarios.Skipped)).Result, StringComparison.Ordinal);

    private static XunitRun.Outcome RunScenario(string test) => XunitRun.Run(method => method == test, serialize: false, typeof(Scenarios))["Fixtures.Scenarios." + test];

    private static XunitRun.Outcome Run(string test) => XunitRun.Run(method => method == test, serialize: false, typeof(UnderLoad))["Fixtures.UnderLoad." + test];
}
