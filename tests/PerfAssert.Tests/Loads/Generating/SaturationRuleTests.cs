using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Generating;

public class SaturationRuleTests
{
    [Fact]
    public void Late_starts_that_move_no_percentile_by_more_than_a_twentieth_are_no_matter() =>
        Assert.Null(Explain(latency: 104, service: 100));

    [Fact]
    public void From_a_twentieth_on_the_figures_say_nothing_of_the_system() =>
        Assert.Equal("requests started late, which added 6.0 ms to a p50 of 100.0 ms: the generator had too little CPU, or its requests block threads.", Explain(latency: 106, service: 100));

    [Fact]
    public void A_millisecond_may_be_added_to_the_fastest_system() => Assert.Null(Explain(latency: 1.1, service: 0.1));

    [Fact]
    public void A_system_that_is_slow_with_punctual_starts_is_the_one_to_blame() => Assert.Null(Explain(latency: 30_000, service: 30_000, dropped: 900));

    [Fact]
    public void Only_the_slowest_starts_may_be_late() =>
        Assert.StartsWith("requests started late, which added 50.0 ms to a p99 of 100.0 ms", Explain(Figures(100) with { P99 = 150e6 }, Figures(100), Figures(0)), StringComparison.Ordinal);

    [Fact]
    public void Without_a_schedule_the_delay_itself_is_held_against_the_service_time() =>
        Assert.StartsWith("requests started late, which added 6.0 ms to a p50 of 100.0 ms", Explain(Figures(100), Figures(100), Figures(6), model: LoadModel.Closed), StringComparison.Ordinal);

    [Fact]
    public void An_arrival_that_was_neither_sent_nor_dropped_was_missed() =>
        Assert.Equal("10 of 1,000 arrivals were never sent: the generator had not come to them when the run was over.", Explain(latency: 100, service: 100, started: 990));

    [Fact]
    public void Where_nothing_was_answered_nothing_could_be_moved() =>
        Assert.Null(Explain(Figures(0), Figures(0), Figures(500), succeeded: 0, model: LoadModel.Closed));

    private static string? Explain(double latency, double service, long started = 1_000, long dropped = 0) =>
        Explain(Figures(latency), Figures(service), Figures(latency - service), started - dropped, dropped);

    private static string? Explain(LoadLatency latency, LoadLatency service, LoadLatency delay, long started = 1_000, long dropped = 0, long succeeded = 1_000, LoadModel model = LoadModel.Open) =>
        SaturationRule.Explain(
            new LoadMeasurement
            {
                End = LoadEnd.Completed, Elapsed = TimeSpan.FromSeconds(10), Offered = 1_000, Started = started, Dropped = dropped, Succeeded = succeeded,
                Errors = [], Latency = latency, ServiceTime = service, StartDelay = delay, Saturated = null,
            },
            model);

    private static LoadLatency Figures(double milliseconds) => new(1_000, milliseconds * 1e6, milliseconds * 1e6, milliseconds * 1e6, milliseconds * 1e6, milliseconds * 1e6, milliseconds * 1e6, milliseconds * 1e6);
}
