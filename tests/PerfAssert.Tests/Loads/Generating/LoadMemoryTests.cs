using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Generating;

public class LoadMemoryTests
{
    [Fact]
    public void Of_a_request_that_has_ended_nothing_is_kept_however_long_the_run_goes_on()
    {
        var traces = new List<WeakReference>();
        var system = new SimulatedSystem { KeepsRequests = false };
        system.Failure = iteration =>
        {
            if (iteration.Number % 1_000 == 0)
            {
                // Lives as long as what the token belongs to.
                traces.Add(new WeakReference(iteration.Cancellation.WaitHandle));
            }

            return iteration.Number % 7 == 0 ? new LoadRequestException($"order {iteration.Number} not found", "") : null;
        };
        var alive = -1;
        system.At(TimeSpan.FromMinutes(29), () =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            alive = traces.Count(trace => trace.IsAlive);
        });
        system.Run(LoadProfile.ConstantRate(200, TimeSpan.FromMinutes(30)));
        // The last one or two may still lie in a register or on the stack.
        Assert.InRange(alive, 0, 2);
    }
}
