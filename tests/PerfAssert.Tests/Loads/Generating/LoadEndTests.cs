using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Generating;

public class LoadEndTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly LoadProfile Profile = LoadProfile.ConstantRate(10, 10 * Second);

    private readonly SimulatedSystem _system = new();

    [Fact]
    public void A_request_that_takes_too_long_is_a_timeout()
    {
        _system.ServiceTime = at => at < Second ? 20 * Second : Second / 100;
        var measurement = _system.Run(Profile with { RequestTimeout = 2 * Second });
        Assert.Equal((new LoadErrors("timeout", 10, "no answer within 0:00:02"), 90), (Assert.Single(measurement.Errors), measurement.Succeeded));
    }

    [Fact]
    public void An_answer_that_comes_after_its_time_is_a_timeout_however_late_that_is_noticed()
    {
        _system.ServiceTime = _ => TimeSpan.FromMilliseconds(1_001);
        Assert.Equal(100, _system.Run(Profile with { RequestTimeout = Second }).Failed);
    }

    [Fact]
    public void Code_that_is_told_its_time_is_up_is_not_counted_twice()
    {
        _system.ServiceTime = _ => 20 * Second;
        var measurement = _system.Run(Profile with { RequestTimeout = 2 * Second });
        Assert.Equal((100, 0, 0), (measurement.Failed, measurement.Unfinished, measurement.Abandoned));
    }

    [Fact]
    public void Code_that_ignores_its_token_does_not_hold_up_the_run()
    {
        _system.ServiceTime = _ => TimeSpan.FromHours(5);
        _system.HeedsCancellation = false;
        var measurement = _system.Run(Profile with { RequestTimeout = 2 * Second });
        Assert.Equal((100, 100, true), (measurement.Failed, measurement.Abandoned, _system.Elapsed < 20 * Second));
    }

    [Fact]
    public void Code_that_ignores_its_token_goes_on_taking_a_place()
    {
        _system.ServiceTime = _ => TimeSpan.FromHours(5);
        _system.HeedsCancellation = false;
        Assert.Equal(5, _system.Run(Profile with { RequestTimeout = 2 * Second, MaxInFlight = 5 }).Started);
    }

    [Fact]
    public void The_run_waits_for_the_last_answer()
    {
        _system.ServiceTime = _ => 5 * Second;
        var measurement = _system.Run(Profile);
        Assert.Equal((100, 14.9), (measurement.Succeeded, measurement.Elapsed.TotalSeconds));
    }

    [Fact]
    public void A_cancelled_run_keeps_what_was_measured()
    {
        using var cancellation = new CancellationTokenSource();
        _system.At(5.05 * Second, cancellation.Cancel);
        _system.ServiceTime = at => at.TotalSeconds < 4.5 ? Second / 100 : 20 * Second;
        var measurement = _system.Run(Profile, cancellation: cancellation.Token);
        Assert.Equal((LoadEnd.Cancelled, 51, 51, 45, 6, 0), (measurement.End, measurement.Offered, measurement.Started, measurement.Succeeded, measurement.Unfinished, measurement.Failed));
    }

    [Fact]
    public void Code_that_answers_its_cancellation_by_an_error_of_its_own_has_not_failed()
    {
        using var cancellation = new CancellationTokenSource();
        _system.At(5.05 * Second, cancellation.Cancel);
        _system.ServiceTime = _ => 20 * Second;
        _system.WhenCancelled = new HttpRequestException("aborted");
        var measurement = _system.Run(Profile, cancellation: cancellation.Token);
        Assert.Equal((51, 0), (measurement.Unfinished, measurement.Failed));
    }

    [Fact]
    public void A_cancelled_run_does_not_wait_for_code_that_ignores_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        _system.At(5.05 * Second, cancellation.Cancel);
        _system.ServiceTime = _ => TimeSpan.FromHours(5);
        _system.HeedsCancellation = false;
        var measurement = _system.Run(Profile, cancellation: cancellation.Token);
        Assert.Equal((51, true), (measurement.Unfinished, _system.Elapsed < 8 * Second));
    }

    [Fact]
    public void A_run_that_is_cancelled_while_it_waits_for_the_last_answers_says_so()
    {
        using var cancellation = new CancellationTokenSource();
        _system.At(12 * Second, cancellation.Cancel);
        _system.ServiceTime = _ => 20 * Second;
        Assert.Equal(LoadEnd.Cancelled, _system.Run(Profile, cancellation: cancellation.Token).End);
    }

    [Fact]
    public void Cancelled_in_warm_up_nothing_was_measured()
    {
        using var cancellation = new CancellationTokenSource();
        _system.At(Second, cancellation.Cancel);
        var measurement = _system.Run(Profile with { WarmUp = 5 * Second }, cancellation: cancellation.Token);
        Assert.Equal((LoadEnd.Cancelled, 0, TimeSpan.Zero), (measurement.End, measurement.Offered, measurement.Elapsed));
    }

    [Fact]
    public void The_limit_of_requests_ends_the_run()
    {
        var measurement = _system.Run(Profile with { MaxRequests = 25 });
        Assert.Equal((LoadEnd.RequestLimit, 25, 25), (measurement.End, measurement.Offered, measurement.Succeeded));
    }

    [Fact]
    public void A_profile_that_asks_for_just_as_many_requests_as_are_allowed_is_completed() =>
        Assert.Equal(LoadEnd.Completed, _system.Run(Profile with { MaxRequests = 100 }).End);

    [Fact]
    public void Requests_that_never_got_a_thread_are_the_generator_s_fault()
    {
        _system.QueueDelay = TimeSpan.FromHours(1);
        var measurement = _system.Run(Profile);
        Assert.Equal((0, "100 of 100 arrivals were never sent: the generator had not come to them when the run was over."), (measurement.Started, measurement.Saturated));
    }

    [Fact]
    public void Once_the_run_is_over_no_request_begins_any_more()
    {
        _system.QueueDelay = TimeSpan.FromHours(1);
        _system.Run(Profile);
        _system.WaitUntil(_system.Now + (long)TimeSpan.FromHours(2).TotalNanoseconds);
        Assert.Empty(_system.Requests);
    }
}
