using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Running;

public class LoadRunnerTests
{
    private readonly SimulatedMachine _machine = new();

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Of_the_readings_before_and_after_a_run_the_slower_one_is_kept(double before, double after)
    {
        _machine.Slowness = _ => before;
        var runner = new LoadRunner(
            (_, _, _, _) =>
            {
                _machine.Slowness = _ => after;
                return Task.FromResult(MakeLoad.Run());
            },
            _machine);
        Assert.Equal(60_000, (await runner.RunAsync(MakeLoad.Plan, null, CancellationToken.None)).Mix);
    }

    [Fact]
    public async Task No_reading_counts_until_the_JIT_is_quiet()
    {
        // The framework's code under the kernel is compiled anew half a second on, and is slow until then.
        _machine.Slowness = now => now < 500_000_000 ? 3 : 1;
        _machine.Compiling = now => now < 500_000_000;
        Assert.Equal(30_000, (await new LoadRunner((_, _, _, _) => Task.FromResult(MakeLoad.Run()), _machine).RunAsync(MakeLoad.Plan, null, CancellationToken.None)).Mix);
    }

    [Fact]
    public async Task A_JIT_that_is_never_quiet_is_not_waited_for()
    {
        _machine.Compiling = _ => true;
        await new LoadRunner((_, _, _, _) => Task.FromResult(MakeLoad.Run()), _machine).RunAsync(MakeLoad.Plan, null, CancellationToken.None);
        Assert.InRange(_machine.Now, 5_000_000_000, 6_000_000_000);
    }

    [Fact]
    public async Task Garbage_is_collected_before_the_run_and_not_in_it()
    {
        _machine.Garbage = 1_000;
        var left = -1L;
        await new LoadRunner(
            (_, _, _, _) =>
            {
                left = _machine.Garbage;
                return Task.FromResult(MakeLoad.Run());
            },
            _machine).RunAsync(MakeLoad.Plan, null, CancellationToken.None);
        Assert.Equal(0, left);
    }
}
