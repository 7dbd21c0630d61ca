namespace PerfTooling.EndToEnd;

public class InstalledXunitV3Tests(XunitV3Scenario scenario) : IClassFixture<XunitV3Scenario>
{
    private const string Title = "PerfAssert: Shop.Tests (net10.0)";

    [Fact]
    public void Without_a_baseline_the_run_is_green_and_a_received_one_is_recorded()
    {
        scenario.WithoutBaseline.Succeeded();
        Assert.True(scenario.WasReceived, scenario.WithoutBaseline.Output);
    }

    [Fact]
    public void A_green_run_on_Microsoft_Testing_Platform_lists_the_table() =>
        Assert.Contains("Shop.Tests/TestResults/perf-summary.txt", scenario.WithoutBaseline.Output, StringComparison.Ordinal);

    [Fact]
    public void The_test_program_ends_with_the_table() => Assert.Contains(Title, scenario.Started.Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public void The_test_program_shows_a_green_test_s_warning() =>
        Assert.Contains("Shop.Tests.PricingPerf.Total: no baseline: nothing to compare with yet", scenario.Started.Output, StringComparison.Ordinal);

    [Fact]
    public void A_method_made_twice_as_slow_fails_the_run() => Assert.NotEqual(0, scenario.Slower.ExitCode);

    [Fact]
    public void The_failure_says_what_got_slower_and_by_how_much() =>
        Assert.Matches(@"PricingPerf\.Total: FAILED[^\n]*\n[^\n]*µs → [\d.]+ µs", scenario.Slower.Output);

    [Fact]
    public void A_failed_run_on_Microsoft_Testing_Platform_shows_the_table() => Assert.Contains(Title, scenario.Slower.Output, StringComparison.Ordinal);

    [Fact]
    public void An_N_plus_1_query_fails_the_test_in_a_Debug_build()
    {
        Assert.NotEqual(0, scenario.WithLoop.ExitCode);
        Assert.Contains("FAILED (critical): 5 SQL commands a call, over the limit of MaxCommands = 1", scenario.WithLoop.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_on_VSTest_ends_with_the_table_once() =>
        Assert.Equal(2, scenario.OnVSTest.Succeeded().Output.Split(Title).Length);
}
