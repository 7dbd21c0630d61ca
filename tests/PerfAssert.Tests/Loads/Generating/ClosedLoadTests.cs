using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Generating;

public class ClosedLoadTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SimulatedSystem _system = new();

    [Fact]
    public void Each_user_sends_the_next_request_when_the_last_was_answered()
    {
        _system.ServiceTime = _ => Second / 4;
        var measurement = _system.Run(LoadProfile.ConstantUsers(3, Second));
        Assert.Equal((12, 12, 12), (measurement.Offered, measurement.Started, measurement.Succeeded));
    }

    [Fact]
    public void Users_are_told_apart()
    {
        _system.ServiceTime = _ => Second / 4;
        _system.Run(LoadProfile.ConstantUsers(3, Second));
        Assert.Equal([(0, 4), (1, 4), (2, 4)], _system.Requests.CountBy(request => request.Iteration.User).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_stall_is_seen_once_a_user_which_is_why_the_open_model_is_the_default()
    {
        _system.ServiceTime = at => at.TotalSeconds is >= 4 and < 6 ? (6 * Second) - at : TimeSpan.FromMilliseconds(10);
        Assert.Equal(1e7, _system.Run(LoadProfile.ConstantUsers(1, 10 * Second)).Latency.P99, 1e4);
    }

    [Fact]
    public void Users_come_one_at_a_time_and_go_the_same_way()
    {
        // No request ends at the very moment at which a user goes.
        _system.ServiceTime = _ => TimeSpan.FromMilliseconds(170);
        _system.Run(new LoadProfile { Model = LoadModel.Closed, Start = 0, Stages = [new(4 * Second, 4), new(4 * Second, 0)] });
        Assert.Equal([1, 2, 3, 4, 4, 3, 2, 1], Enumerable.Range(0, 8).Select(second => _system.Requests.Where(request => (int)request.At.TotalSeconds == second).Select(request => request.Iteration.User).Distinct().Count()));
    }

    [Fact]
    public void A_user_who_went_comes_back_when_there_are_more_again()
    {
        _system.ServiceTime = _ => TimeSpan.FromMilliseconds(170);
        _system.Run(new LoadProfile { Model = LoadModel.Closed, Start = 2, Stages = [new(2 * Second, 1), new(Second, 1), new(2 * Second, 2)] });
        Assert.Equal([0, 1], _system.Requests.Where(request => request.At > 4 * Second).Select(request => request.Iteration.User).Distinct().Order());
    }

    [Fact]
    public void Warm_up_is_done_by_the_users_of_the_start_and_not_counted()
    {
        _system.ServiceTime = _ => Second / 10;
        var measurement = _system.Run(LoadProfile.ConstantUsers(2, Second) with { WarmUp = Second });
        Assert.Equal((40, 20), (_system.Requests.Count, measurement.Succeeded));
    }

    [Fact]
    public void Threads_that_are_late_are_the_generator_s_fault_here_too()
    {
        _system.QueueDelay = Second / 10;
        Assert.StartsWith("requests started late, which added 100.0 ms to a p50 of 10.0 ms", _system.Run(LoadProfile.ConstantUsers(2, Second)).Saturated, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_goes_on_after_a_failure()
    {
        _system.ServiceTime = _ => Second / 10;
        _system.Failure = _ => new InvalidOperationException();
        Assert.Equal(10, _system.Run(LoadProfile.ConstantUsers(1, Second)).Failed);
    }

    [Fact]
    public void The_limit_of_requests_ends_the_run()
    {
        var measurement = _system.Run(LoadProfile.ConstantUsers(2, 10 * Second) with { MaxRequests = 15 });
        Assert.Equal((LoadEnd.RequestLimit, 15), (measurement.End, measurement.Succeeded));
    }
}
