namespace PerfTooling.EndToEnd;

public class InstalledPerfTestTests(PerfTestScenario scenario) : IClassFixture<PerfTestScenario>
{
    [Fact]
    public void A_debug_build_passes_unmeasured()
    {
        scenario.Debug.Succeeded();
        Assert.Contains("Debug build", scenario.Debug.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_baseline_the_run_is_green() => scenario.WithoutBaseline.Succeeded();

    [Fact]
    public void Without_a_baseline_a_received_one_is_recorded() => Assert.True(scenario.WasReceived, scenario.WithoutBaseline.Output);

    [Fact]
    public void Without_a_baseline_the_run_says_how_to_accept_it() =>
        Assert.Contains("mv PricingPerf.perf.received.json PricingPerf.perf.json", scenario.WithoutBaseline.Output, StringComparison.Ordinal);

    [Fact]
    public void With_a_baseline_the_run_is_green() => scenario.WithBaseline.Succeeded();

    [Fact]
    public void A_method_made_twice_as_slow_fails_the_run() => Assert.Equal(1, scenario.Slower.ExitCode);

    [Fact]
    public void The_failure_says_what_got_slower_and_by_how_much() =>
        Assert.Matches(@"PricingPerf\.Total\D+[\d.]+ µs → [\d.]+ µs", scenario.Slower.Output);

    [Fact]
    public void The_failure_says_how_to_accept_it() =>
        Assert.Contains("mv PricingPerf.perf.received.json PricingPerf.perf.json", scenario.Slower.Output, StringComparison.Ordinal);

    [Fact]
    public void A_corrupt_baseline_fails_the_run() => Assert.Equal(1, scenario.WithCorruptBaseline.ExitCode);

    [Fact]
    public void A_corrupt_baseline_is_named_with_its_line() =>
        Assert.Contains("PricingPerf.perf.json(3", scenario.WithCorruptBaseline.Output, StringComparison.Ordinal);

    [Fact]
    public void A_corrupt_baseline_is_left_as_it_is() => Assert.Equal(PerfTestScenario.Corrupt, scenario.CorruptBaselineAfterwards);
}
