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

    [Theory]
    [InlineData(1_000_000, 12 * 8)]
    [InlineData(40_000_000, 5)]
    public async Task Asynchronous_code_is_counted_more_often_as_far_as_time_goes(double nanoseconds, int calls)
    {
        var body = new SimulatedBody(_machine, nanoseconds, isAsync: true);
        await Count(body, nanoseconds);
        Assert.Equal(calls, body.Calls);
    }

    [Fact]
    public async Task Asynchronous_code_that_never_waits_is_counted_without_other_threads()
    {
        var body = new SimulatedBody(_machine, 1_000, bytes: 40, isAsync: true);
        body.Factor = _ => { _machine.ProcessAllocatedBytes += 100_000; return 1; };
        Assert.Equal(40, (await Count(body, 1_000)).BytesPerCall);
    }

    [Fact]
    public async Task Asynchronous_code_that_waits_is_counted_wherever_it_runs()
    {
        // One object before the wait and one after it, which another thread may run.
        var body = new TaskBody(async () =>
        {
            GC.KeepAlive(new byte[1_000]);
            await Task.Yield();
            GC.KeepAlive(new byte[1_000]);
        });
        var allocation = await new AllocationCounter(body, new MeasurementPlan(), new SystemInstruments()).CountAsync(100_000, default);
        // No upper bound: other tests allocate in this process meanwhile.
        Assert.True(allocation.BytesPerCall >= 2_048, $"{allocation.BytesPerCall} B");
    }

    [Fact]
    public async Task Asynchronous_code_that_another_thread_has_finished_already_is_counted_there() =>
        Assert.Equal(40, (await Count(new FinishedElsewhere(_machine), 1_000)).BytesPerCall);

    [Fact]
    public async Task Calls_that_another_thread_finishes_before_they_are_looked_at_are_counted_there()
    {
        var body = new TaskBody(() =>
        {
            var call = AllocateAfterWaiting();
            ((IAsyncResult)call).AsyncWaitHandle.WaitOne();
            return call;
        });
        var allocation = await new AllocationCounter(body, new MeasurementPlan(), new SystemInstruments()).CountAsync(100_000, default);
        Assert.True(allocation.BytesPerCall >= 50_000, $"{allocation.BytesPerCall} B");

        static async Task AllocateAfterWaiting()
        {
            await Task.Yield();
            GC.KeepAlive(new byte[50_000]);
        }
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

    /// <summary>Waits, and is finished by another thread before anyone looks.</summary>
    private sealed class FinishedElsewhere(SimulatedMachine machine) : PerfBody(isAsync: true)
    {
        public override ValueTask RunAsync(long calls)
        {
            machine.ProcessAllocatedBytes += calls * 40;
            return new ValueTask(Task.CompletedTask);
        }
    }
}
