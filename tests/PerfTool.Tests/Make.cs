using PerfAssert.Baselines;
using PerfAssert.Statistics;

namespace PerfTool.Tests;

/// <summary>Baselines for tests.</summary>
internal static class Make
{
    public const string Machine = "Test CPU | 4 cores | linux-x64 | .NET 10.0 | engine 1";

    public static BaselineRecord Record(double time = 1_000, int day = 1) => new()
    {
        Min = time, P25 = time, P50 = time, P95 = time, P99 = time, PercentilesOf = PercentileSource.BatchMeans,
        Mix = 30_000, CpuLoad = 1, Allocated = 96, AllocatedExactly = true, Recorded = new DateTime(2026, 3, day, 12, 0, 0, DateTimeKind.Utc),
    };

    public static BaselineRecord LoadRecord(double p50 = 2e6) =>
        BaselineRecord.OfLoad(new LoadRecord("200/s for 10 s", 2_000, p50, p50 * 2, p50 * 3, 200), 30_000, new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc));

    public static BaselineFile File(string key = "Shop.CartPerf.Adds @net10.0", double time = 1_000, int day = 1, string machine = Machine) => BaselineFile.Empty.With(key, key.Split(' ')[0], machine, Record(time, day));

    public static string Text(BaselineFile file) => System.Text.Encoding.UTF8.GetString(BaselineWriter.Write(file));
}
