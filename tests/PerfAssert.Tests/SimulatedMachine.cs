using PerfAssert.Measuring;

namespace PerfAssert.Tests;

/// <summary>A machine whose clock moves only by what runs on it: measuring takes no time here, and gives the same figures every time.</summary>
internal sealed class SimulatedMachine : IInstruments
{
    public long Now { get; set; }

    public long ThreadAllocatedBytes { get; set; }

    public long ProcessAllocatedBytes { get; set; }

    public long JitMethodCount { get; set; } = 100;

    public long ProcessCpuTime { get; set; }

    public long HeapBytes { get; set; }

    public long HeapLimit => 1_000_000;

    /// <summary>How much slower than usual the machine is, now.</summary>
    public Func<long, double> Slowness { get; set; } = _ => 1;

    /// <summary>CPU time other threads of the process use meanwhile, in cores.</summary>
    public double OtherThreads { get; set; }

    /// <summary>Whether the JIT is at work, now.</summary>
    public Func<long, bool> Compiling { get; set; } = _ => false;

    /// <summary>What the MIX kernel sees of the slowness; 1 for all of it.</summary>
    public double MixSees { get; set; } = 1;

    public List<TimeSpan> Pauses { get; } = [];

    public double ReadMix()
    {
        var mix = 30_000 * (1 + ((Slowness(Now) - 1) * MixSees));
        Pass(mix);
        if (Compiling(Now))
            JitMethodCount++;
        return mix;
    }

    /// <summary>Bytes of the heap that a collection frees.</summary>
    public long Garbage { get; set; }

    public void CollectGarbage()
    {
        HeapBytes -= Garbage;
        Garbage = 0;
    }

    public ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        Pauses.Add(duration);
        Now += (long)duration.TotalNanoseconds;
        return default;
    }

    /// <summary>Lets work take time.</summary>
    public void Pass(double nanoseconds)
    {
        Now += (long)nanoseconds;
        ProcessCpuTime += (long)(nanoseconds * (1 + OtherThreads));
    }
}
