using PerfAssert.Measuring;

namespace PerfAssert.Tests;

/// <summary>Code that takes a given time and allocates given bytes a call, on a simulated machine.</summary>
internal sealed class SimulatedBody(SimulatedMachine machine, double nanoseconds, double bytes = 0, bool isAsync = false) : PerfBody(isAsync)
{
    /// <summary>Nanoseconds a call takes on the machine at its usual speed.</summary>
    public double Nanoseconds { get; set; } = nanoseconds;

    /// <summary>Changes the time of a call, given how many there were before.</summary>
    public Func<long, double> Factor { get; set; } = _ => 1;

    public long Calls { get; private set; }

    public override ValueTask RunAsync(long calls)
    {
        machine.Pass(calls * Nanoseconds * Factor(Calls) * machine.Slowness(machine.Now));
        machine.ThreadAllocatedBytes += (long)(calls * bytes);
        machine.ProcessAllocatedBytes += (long)(calls * bytes);
        Calls += calls;
        return default;
    }
}
