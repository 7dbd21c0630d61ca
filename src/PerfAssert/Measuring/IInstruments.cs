namespace PerfAssert.Measuring;

/// <summary>Every reading the engine takes of the world while measuring; tests put a simulated machine here.</summary>
internal interface IInstruments
{
    /// <summary>A monotonic clock, in nanoseconds.</summary>
    long Now { get; }

    /// <summary>Bytes allocated so far by the current thread: exact.</summary>
    long ThreadAllocatedBytes { get; }

    /// <summary>Bytes allocated so far by the whole process.</summary>
    long ProcessAllocatedBytes { get; }

    /// <summary>Methods compiled by the JIT so far, recompilations at a higher tier included.</summary>
    long JitMethodCount { get; }

    /// <summary>CPU time of the whole process so far, in nanoseconds.</summary>
    long ProcessCpuTime { get; }

    /// <summary>Bytes of the heap in use, those that could be collected included.</summary>
    long HeapBytes { get; }

    /// <summary>Bytes of the heap that a test may leave behind before it is stopped.</summary>
    long HeapLimit { get; }

    /// <summary>The time since an earlier <see cref="Now"/>.</summary>
    TimeSpan Since(long start) => TimeSpan.FromTicks((Now - start) / 100);

    /// <summary>Runs the MIX kernel once and returns how long it took, in nanoseconds.</summary>
    double ReadMix();

    /// <summary>Collects garbage, so that a test does not pay for what ran before it.</summary>
    void CollectGarbage();

    /// <summary>Waits.</summary>
    ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken);
}
