using System.Diagnostics;
using System.Runtime;

namespace PerfAssert.Measuring;

/// <summary>The instruments of the machine we run on.</summary>
internal sealed class SystemInstruments : IInstruments
{
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    private readonly MixKernel _mix = new();

    public long Now => (long)(Stopwatch.GetTimestamp() * NanosecondsPerTick);

    public long ThreadAllocatedBytes => GC.GetAllocatedBytesForCurrentThread();

    public long ProcessAllocatedBytes => GC.GetTotalAllocatedBytes(precise: true);

    public long JitMethodCount => JitInfo.GetCompiledMethodCount();

    public long ProcessCpuTime
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return (long)process.TotalProcessorTime.TotalNanoseconds;
        }
    }

    public long HeapBytes => GC.GetTotalMemory(forceFullCollection: false);

    /// <summary>A gigabyte, or a quarter of what the process may have.</summary>
    public long HeapLimit { get; } = Math.Min(1L << 30, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    public double ReadMix()
    {
        var start = Stopwatch.GetTimestamp();
        _mix.Run();
        return (Stopwatch.GetTimestamp() - start) * NanosecondsPerTick;
    }

    public void CollectGarbage()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    public ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        // Not Task.Delay: a synchronous test must stay on its thread.
        cancellationToken.WaitHandle.WaitOne(duration);
        cancellationToken.ThrowIfCancellationRequested();
        return default;
    }
}
