using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Generating;

public class OpenLoadTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedSystem _system = new();

    [Fact]
    public void Requests_start_on_schedule_whatever_became_of_those_before()
    {
        _system.ServiceTime = _ => 3 * Second;
        _system.Run(LoadProfile.ConstantRate(4, Second));
        Assert.Equal([0, 0.25, 0.5, 0.75], _system.Requests.Select(request => request.At.TotalSeconds));
    }

    [Fact]
    public void All_that_was_asked_for_is_sent_and_counted()
    {
        var measurement = _system.Run(LoadProfile.ConstantRate(100, 10 * Second));
        Assert.Equal((1_000, 1_000, 1_000, 0, LoadEnd.Completed), (measurement.Offered, measurement.Started, measurement.Succeeded, measurement.Failed, measurement.End));
    }

    [Fact]
    public void Numbers_go_up_from_zero_in_the_order_of_the_schedule()
    {
        _system.Run(LoadProfile.ConstantRate(100, Second) with { WarmUp = Second });
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), _system.Requests.Select(request => request.Iteration.Number));
    }

    [Fact]
    public void Nobody_in_particular_sends_a_request()
    {
        _system.Run(LoadProfile.ConstantRate(10, Second));
        Assert.All(_system.Requests, request => Assert.Equal(-1, request.Iteration.User));
    }

    [Fact]
    public void Who_arrives_while_the_system_stalls_is_counted_with_the_whole_wait()
    {
        // From the fourth second to the sixth it answers nothing: 200 of 1,000 wait, one second on average.
        _system.ServiceTime = at => at.TotalSeconds is >= 4 and < 6 ? (6 * Second) - at : TimeSpan.FromMilliseconds(10);
        var latency = _system.Run(LoadProfile.ConstantRate(100, 10 * Second)).Latency;
        Assert.Equal((1.9, 1.5), (latency.P99 / 1e9, latency.P95 / 1e9), (a, b) => Math.Abs(a.Item1 - b.Item1) < 0.011 && Math.Abs(a.Item2 - b.Item2) < 0.011);
    }

    [Fact]
    public void Warm_up_is_offered_at_the_start_s_rate_and_not_counted()
    {
        _system.ServiceTime = at => at < Second ? Second / 2 : Second / 100;
        var measurement = _system.Run(LoadProfile.ConstantRate(50, Second) with { WarmUp = Second });
        Assert.Equal((100, 50, 50, 1e7), (_system.Requests.Count, measurement.Offered, measurement.Succeeded, measurement.Latency.Max));
    }

    [Fact]
    public void A_failure_in_warm_up_does_not_count()
    {
        _system.Failure = iteration => iteration.Number < 50 ? new InvalidOperationException() : null;
        Assert.Equal(0, _system.Run(LoadProfile.ConstantRate(50, Second) with { WarmUp = Second }).Failed);
    }

    [Fact]
    public void A_ramp_brings_more_and_more()
    {
        _system.Run(new LoadProfile { Model = LoadModel.Open, Start = 0, Stages = [new(10 * Second, 100), new(10 * Second, 0)] });
        Assert.Equal([125, 375, 375, 125], new[] { 0, 5, 10, 15 }.Select(from => _system.Requests.Count(request => request.At >= from * Second && request.At < (from + 5) * Second)), (a, b) => Math.Abs(a - b) <= 1);
    }

    [Fact]
    public void Arrivals_that_find_too_many_on_their_way_are_dropped_and_counted()
    {
        _system.ServiceTime = _ => Second / 2;
        var measurement = _system.Run(LoadProfile.ConstantRate(100, Second) with { MaxInFlight = 10 });
        // At 0 s and at 0.5 s ten are let in.
        Assert.Equal((100, 20, 80, 20), (measurement.Offered, measurement.Started, measurement.Dropped, measurement.Succeeded));
    }

    [Fact]
    public void A_stalled_system_that_lets_arrivals_drop_is_not_the_generator_s_fault()
    {
        _system.ServiceTime = _ => 5 * Second;
        Assert.Null(_system.Run(LoadProfile.ConstantRate(100, 10 * Second) with { MaxInFlight = 10 }).Saturated);
    }

    [Fact]
    public void A_generator_without_threads_is_not_the_system_s_fault()
    {
        _system.QueueDelay = Second / 10;
        Assert.Equal(
            "requests started late, which added 100.0 ms to a p50 of 10.0 ms: the generator had too little CPU, or its requests block threads.",
            _system.Run(LoadProfile.ConstantRate(100, Second)).Saturated);
    }

    [Fact]
    public void A_late_start_is_a_part_of_the_latency_and_not_of_the_service_time()
    {
        _system.QueueDelay = Second / 10;
        var measurement = _system.Run(LoadProfile.ConstantRate(100, Second));
        Assert.Equal((1.1e8, 1e7, 1e8), (measurement.Latency.Max, measurement.ServiceTime.Max, measurement.StartDelay.Max));
    }

    [Fact]
    public void A_generator_that_oversleeps_sends_what_has_become_due_meanwhile()
    {
        _system.Oversleep = Second / 20;
        var measurement = _system.Run(LoadProfile.ConstantRate(1_000, Second));
        Assert.Equal((1_000, 1_000, true), (measurement.Offered, measurement.Succeeded, measurement.Saturated is not null));
    }

    [Fact]
    public void A_generator_that_is_hopelessly_late_gives_up_and_says_so()
    {
        // Asleep for the whole of the run.
        _system.Oversleep = 5 * Second;
        var measurement = _system.Run(LoadProfile.ConstantRate(1_000, Second));
        Assert.Equal((1_000, "999 of 1,000 arrivals were never sent: the generator had not come to them when the run was over."), (measurement.Offered, measurement.Saturated));
    }

    [Fact]
    public void Failures_are_counted_by_kind_and_have_no_part_in_latencies()
    {
        _system.Failure = iteration => iteration.Number % 10 == 0 ? new LoadRequestException("status 503", "busy") : null;
        var measurement = _system.Run(LoadProfile.ConstantRate(100, Second));
        Assert.Equal((new LoadErrors("status 503", 10, "busy"), 90), (Assert.Single(measurement.Errors), measurement.Latency.Count));
    }

    [Fact]
    public void Throughput_is_that_of_the_profile_s_time() => Assert.Equal(100, _system.Run(LoadProfile.ConstantRate(100, 10 * Second)).Throughput, 0.1);

    [Fact]
    public void Tells_once_a_second_how_far_it_is()
    {
        var reports = new List<LoadProgress>();
        _system.Run(LoadProfile.ConstantRate(100, 3 * Second) with { WarmUp = Second }, new Listener(reports.Add));
        Assert.Equal([0, 1, 2], reports.Select(report => Math.Round(report.Elapsed.TotalSeconds)));
    }

    [Fact]
    public void A_listener_that_throws_does_no_harm() =>
        Assert.Equal(300, _system.Run(LoadProfile.ConstantRate(100, 3 * Second), new Listener(_ => throw new InvalidOperationException())).Succeeded);

    private sealed class Listener(Action<LoadProgress> listen) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => listen(value);
    }
}
