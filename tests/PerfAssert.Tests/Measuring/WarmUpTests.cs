using PerfAssert.Measuring;

namespace PerfAssert.Tests.Measuring;

public class WarmUpTests
{
    private readonly SimulatedMachine _machine = new();
    private readonly MeasurementPlan _plan = new();

    [Fact]
    public async Task Takes_a_second_for_code_that_is_steady_from_the_start() =>
        Assert.InRange(await WarmUpSeconds(new SimulatedBody(_machine, 1_000)), 1.0, 1.3);

    [Fact]
    public async Task Goes_on_while_the_code_gets_faster()
    {
        var body = new SimulatedBody(_machine, 1_000) { Factor = _ => _machine.Now < 2.5e9 ? 5 - (_machine.Now / 1e9) : 1 };
        Assert.InRange(await WarmUpSeconds(body), 2.5, 3.5);
    }

    [Fact]
    public async Task Goes_on_while_the_JIT_is_busy()
    {
        var body = new SimulatedBody(_machine, 1_000) { Factor = _ => { _machine.JitMethodCount = Math.Min(_machine.Now, 2_000_000_000) / 10_000_000; return 1; } };
        Assert.InRange(await WarmUpSeconds(body), 2.3, 2.9);
    }

    [Fact]
    public async Task Does_not_wait_for_a_trickle_of_compilations()
    {
        var body = new SimulatedBody(_machine, 1_000) { Factor = _ => { _machine.JitMethodCount = _machine.Now / 100_000_000; return 1; } };
        Assert.InRange(await WarmUpSeconds(body), 1.0, 1.3);
    }

    [Fact]
    public async Task Ends_after_four_seconds_whatever_the_code_does()
    {
        var body = new SimulatedBody(_machine, 1_000) { Factor = _ => 1 + (_machine.Now / 1e9) };
        Assert.InRange(await WarmUpSeconds(body), 4.0, 4.3);
    }

    [Fact]
    public async Task Says_so_when_neither_the_code_s_speed_nor_the_JIT_came_to_rest()
    {
        var body = new SimulatedBody(_machine, 1_000) { Factor = _ => { _machine.JitMethodCount = _machine.Now / 10_000_000; return 1 + (_machine.Now / 1e9); } };
        Assert.False((await WarmUp(body)).Settled);
    }

    [Fact]
    public async Task A_machine_that_is_never_at_rest_does_not_keep_compiled_code_from_settling()
    {
        var body = new SimulatedBody(_machine, 1_000) { Factor = _ => 1 + (_machine.Now / 1e9) };
        Assert.True((await WarmUp(body)).Settled);
    }

    [Fact]
    public async Task Calls_a_long_body_only_a_few_times()
    {
        var body = new SimulatedBody(_machine, 400e6);
        await WarmUp(body);
        Assert.InRange(body.Calls, 2, 4);
    }

    [Fact]
    public async Task Makes_batches_of_half_a_millisecond() =>
        Assert.Equal(500, (await WarmUp(new SimulatedBody(_machine, 1_000))).CallsPerBatch);

    [Fact]
    public async Task Makes_a_batch_of_one_call_that_takes_longer() =>
        Assert.Equal(1, (await WarmUp(new SimulatedBody(_machine, 7e6))).CallsPerBatch);

    private ValueTask<Pace> WarmUp(PerfBody body) => new WarmUp(body, _plan, _machine).RunAsync(_plan.MinWarmUp, _plan.MaxWarmUp, default);

    private async Task<double> WarmUpSeconds(PerfBody body)
    {
        await WarmUp(body);
        return _machine.Now / 1e9;
    }
}
