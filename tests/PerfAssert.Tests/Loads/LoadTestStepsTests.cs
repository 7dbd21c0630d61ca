using PerfAssert.Baselines;
using PerfAssert.Loads;
using PerfAssert.Measuring;

namespace PerfAssert.Tests.Loads;

public sealed class LoadTestStepsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedMachine _machine = new();
    private readonly Queue<LoadMeasurement> _runs = new();
    private readonly List<LoadIteration> _sent = [];
    private readonly List<string> _told = [];
    private string? _notMeasured;
    private string? _once;

    private BaselinePaths Paths => _folder.Paths;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_baseline_it_passes_and_leaves_one_to_accept()
    {
        var result = await Run(MakeLoad.Run());
        Assert.Equal((PerfOutcome.NoBaseline, true), (result.Outcome, File.Exists(Paths.Received)));
    }

    [Fact]
    public async Task What_was_accepted_is_what_the_next_run_is_held_against()
    {
        await Run(MakeLoad.Run());
        File.Move(Paths.Received, Paths.Committed);
        Assert.Equal("the median is 150 % slower than the baseline", (await Run(MakeLoad.Run(2.5e6), MakeLoad.Run(2.5e6))).Reason);
    }

    [Fact]
    public async Task One_run_that_is_fine_is_all()
    {
        await Run(MakeLoad.Run());
        Assert.Empty(_machine.Pauses);
    }

    [Fact]
    public async Task Errors_leave_nothing_to_accept()
    {
        await Run(MakeLoad.Failing(("status 503", 2)));
        Assert.False(File.Exists(Paths.Received));
    }

    [Fact]
    public async Task Where_nothing_can_be_measured_one_request_is_sent()
    {
        _notMeasured = "a Debug build";
        Assert.Equal((PerfOutcome.NotMeasured, "a Debug build", 1), await Run() is var result ? (result.Outcome, result.Reason, _sent.Count) : default);
    }

    [Fact]
    public async Task The_environment_asks_for_one_request()
    {
        _once = "once";
        Assert.Equal("PERFASSERT_LOAD is 'once': one request was sent", (await Run()).Reason);
    }

    [Fact]
    public async Task An_environment_that_asks_for_something_else_is_refused()
    {
        _once = "often";
        Assert.Contains("'often'", (await Assert.ThrowsAsync<PerfTestException>(() => Run())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_of_errors_above_one_is_refused() =>
        Assert.Contains("MaxErrors = 5", (await Assert.ThrowsAsync<PerfTestException>(() => Run(plan => plan with { MaxErrors = 5 }))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_request_that_fails_at_once_is_the_tests_own_failure() =>
        await Assert.ThrowsAsync<TimeoutException>(() => Run(plan => plan with { Request = _ => throw new TimeoutException() }));

    [Fact]
    public async Task A_first_request_that_never_ends_is_given_up() => await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(plan => plan with
    {
        Profile = plan.Profile with { RequestTimeout = TimeSpan.FromMilliseconds(20) },
        Request = iteration => new ValueTask(Task.Delay(Timeout.Infinite, iteration.Cancellation)),
    }));

    [Fact]
    public async Task Of_two_runs_the_one_that_says_something_is_shown() =>
        Assert.Contains("0 failed, 0 dropped", (await Run(MakeLoad.Run(0.5e6) with { Dropped = 1 }, MakeLoad.Run())).Describe(), StringComparison.Ordinal);

    [Fact]
    public async Task Figures_of_a_saturated_generator_are_nobodys_baseline() => Assert.Null((await Run(MakeLoad.Run() with { Saturated = "too slow" })).Now);

    [Fact]
    public async Task Whoever_waits_is_told_that_it_runs_again()
    {
        await Run(MakeLoad.Run() with { Dropped = 1 }, MakeLoad.Run() with { Dropped = 1 });
        Assert.Contains(_told, line => line.EndsWith("it would fail; once more, to be sure.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_result_in_full()
    {
        await Run(MakeLoad.Run());
        File.Move(Paths.Received, Paths.Committed);
        var text = (await Run(MakeLoad.Failing(("status 503", 2), ("timeout", 1)))).Describe();
        Assert.StartsWith(
            """
            a load test: FAILED (critical): 3 of 3,000 requests failed, most of them by status 503: what it said
              load         100/s for 30 s: 3,000 offered, 2,997 answered (99.9/s), 3 failed, 0 dropped
                                  p50       p95       p99     p99.9       max
              then            1.00 ms   2.00 ms   4.00 ms
              latency         1.00 ms   2.00 ms   4.00 ms   5.00 ms   8.00 ms
              service time    1.00 ms   2.00 ms   4.00 ms   5.00 ms   8.00 ms
              errors       2 status 503: what it said
                           1 timeout: what it said
              measured     in 30.0 s, warm-up included
            """.ReplaceLineEndings(),
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_had_no_answer_when_the_run_was_cancelled_is_told() => Assert.Contains(
        "0 failed, 0 dropped, 7 without an answer when it was cancelled", (await Run(MakeLoad.Run() with { End = LoadEnd.Cancelled, Unfinished = 7 })).Describe(), StringComparison.Ordinal);

    [Fact]
    public async Task Requests_that_do_not_heed_their_token_are_told() => Assert.Contains(
        "4 of those that timed out still went on at the end", (await Run(MakeLoad.Failing(("timeout", 4)) with { Abandoned = 4 })).Describe(), StringComparison.Ordinal);

    private Task<PerfTestResult> Run(params LoadMeasurement[] runs) => Run(plan => plan, runs);

    private async Task<PerfTestResult> Run(Func<LoadPlan, LoadPlan> change, params LoadMeasurement[] runs)
    {
        foreach (var run in runs)
            _runs.Enqueue(run);
        var plan = change(MakeLoad.Plan with
        {
            Request = iteration =>
            {
                _sent.Add(iteration);
                return default;
            },
        });
        var engine = new PerfTestEngine(_machine, new MeasurementPlan(), _ => _notMeasured, _ => null, TimeProvider.System, Make.Machine())
        {
            LoadDriver = (_, _, _, _) => Task.FromResult(_runs.Dequeue()),
            EnvironmentVariable = name => name == OnceMode.Variable ? _once : null,
        };
        var result = await engine.RunAsync(
            new PerfTest
            {
                TestClass = GetType(),
                Method = GetType().GetMethod(nameof(Dispose))!,
                DisplayName = "a load test",
                Body = LoadRequestFactory.ToBody(plan.Request),
                Load = plan,
                OnProgress = _told.Add,
            },
            Paths,
            CancellationToken.None);
        Assert.Empty(_runs);
        return result;
    }
}
