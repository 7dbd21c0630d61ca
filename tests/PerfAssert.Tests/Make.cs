using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Tests;

/// <summary>Values for tests that are about something else.</summary>
internal static class Make
{
    public static readonly DateTime Day = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static MachineFingerprint Machine(string cpu = "Test CPU", string runtime = ".NET 10.0") => new(cpu, 4, "linux-x64", runtime, "", 1);

    public static BaselineRecord Record(double time = 1_000, double allocated = 0, double mix = 30_000, bool exact = true) => new()
    {
        Min = time, P25 = time, P50 = time, P95 = time, P99 = time, PercentilesOf = PercentileSource.BatchMeans,
        Mix = mix, CpuLoad = 1, Allocated = allocated, AllocatedExactly = exact, Recorded = Day,
    };

    public static BaselineEntry Entry(BaselineRecord record, MachineFingerprint? machine = null) =>
        BaselineEntry.Empty("a test").With((machine ?? Machine()).Key, record);

    public static Measurement Measurement(double time = 1_000, double allocated = 0, double mix = 30_000, bool exact = true, double cpuLoad = 1, bool settled = true) =>
        Measurement(Enumerable.Repeat(new BatchSample(time, mix), 200).ToArray(), allocated, exact, cpuLoad, settled);

    public static Measurement Measurement(IReadOnlyList<BatchSample> samples, double allocated = 0, bool exact = true, double cpuLoad = 1, bool settled = true) => new()
    {
        Samples = samples,
        Latency = Latency.From(samples.Select(s => s.PerCall).ToArray(), []),
        Mix = Quantile.Of(samples.Select(s => s.Mix), 0.25),
        Allocation = new Allocation(allocated, exact),
        CpuLoad = cpuLoad,
        Calls = samples.Count * 500,
        CallsPerBatch = 500,
        Settled = settled,
        Elapsed = TimeSpan.FromSeconds(2),
    };
}
