using PerfAssert.Measuring;

namespace PerfAssert.Tests.Measuring;

public class AllocationCounterTests
{
    private readonly SimulatedMachine _machine = new();

    [Fact]
    public async Task Takes_the_lowest_pass()
    {
        var body = new SimulatedBody(_machine, 1_000, bytes: 40);
        // Something is allocated once, in the first pass only: a cache that fills.
        body.Factor = calls => { if (calls == 0) _machine.ThreadAllocatedBytes += 100_000; return 1; };
        Assert.Equal(40, (await Count(body, 1_000)).BytesPerCall);
    }

    [Theory]
    [InlineData(1_000, 512)]
    [InlineData(100_000, 64)]
    [InlineData(2_000_000, 8)]
    [InlineData(50_000_000, 1)]
    public async Task Averages_over_a_fixed_number_of_calls(double nanoseconds, int calls)
    {
        var body = new SimulatedBody(_machine, nanoseconds);
        await Count(body, nanoseconds);
        Assert.Equal(calls * 5, body.Calls);
    }

    [Fact]
    public async Task Real_allocations_of_synchronous_code_are_counted_to_the_byte()
    {
        object? kept = null;
        var body = new ActionBody(() => kept = new byte[1_000]);
        var allocation = await new AllocationCounter(body, new MeasurementPlan(), new SystemInstruments()).CountAsync(1_000, default);
        GC.KeepAlive(kept);
        Assert.Equal(1_024, allocation.BytesPerCall);
    }

    private ValueTask<Allocation> Count(PerfBody body, double nanoseconds) =>
        new AllocationCounter(body, new MeasurementPlan(), _machine).CountAsync(nanoseconds, default);
}
