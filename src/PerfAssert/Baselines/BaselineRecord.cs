using PerfAssert.Facts;
using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Baselines;

/// <summary>The figures of one test on one machine. Times in nanoseconds per call.</summary>
public sealed record BaselineRecord
{
    /// <summary>Fastest batch mean.</summary>
    public required double Min { get; init; }

    /// <summary>First quartile of batch means.</summary>
    public required double P25 { get; init; }

    /// <summary>Median.</summary>
    public required double P50 { get; init; }

    /// <summary>95th percentile.</summary>
    public required double P95 { get; init; }

    /// <summary>99th percentile.</summary>
    public required double P99 { get; init; }

    /// <summary>What the percentiles are of.</summary>
    public required PercentileSource PercentilesOf { get; init; }

    /// <summary>How fast the machine was meanwhile: p25 of the MIX kernel.</summary>
    public required double Mix { get; init; }

    /// <summary>CPU time over elapsed time.</summary>
    public required double CpuLoad { get; init; }

    /// <summary>Bytes allocated per call.</summary>
    public required double Allocated { get; init; }

    /// <summary>Whether the bytes were counted exactly (synchronous code).</summary>
    public required bool AllocatedExactly { get; init; }

    /// <summary>What was counted besides; none in files of before there was anything to count.</summary>
    public FactCounts Facts { get; init; } = FactCounts.None;

    /// <summary>
    /// The figures of a load test; null for any other. A load test has no batches: its median stands in for <see cref="Min"/> and <see cref="P25"/>, so that tables and histories have their one figure,
    /// and nothing is known of its allocations.
    /// </summary>
    public LoadRecord? Load { get; init; }

    /// <summary>When it was measured, to the second, UTC.</summary>
    public required DateTime Recorded { get; init; }

    /// <summary>Why figures that a verdict had warned of or failed were accepted; null where nobody was asked.</summary>
    public string? Reason { get; init; }

    /// <summary>The commit on which they were accepted; null where that is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>The record of a measurement, rounded to what it is worth: five digits.</summary>
    internal static BaselineRecord From(Measurement measurement, DateTime now, FactCounts? facts = null) => new()
    {
        Min = Digits(measurement.Latency.Min),
        P25 = Digits(measurement.Latency.P25),
        P50 = Digits(measurement.Latency.P50),
        P95 = Digits(measurement.Latency.P95),
        P99 = Digits(measurement.Latency.P99),
        PercentilesOf = measurement.Latency.PercentilesOf,
        Mix = Digits(measurement.Mix),
        CpuLoad = Math.Round(measurement.CpuLoad, 2),
        Allocated = Math.Round(measurement.Allocation.BytesPerCall, 2),
        AllocatedExactly = measurement.Allocation.Exact,
        Facts = facts ?? FactCounts.None,
        Recorded = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc),
    };

    /// <summary>The record of a load test.</summary>
    /// <param name="load">Its figures.</param>
    /// <param name="mix">How fast the machine was before and after it: p25 of the MIX kernel, in nanoseconds.</param>
    /// <param name="now">When, UTC.</param>
    public static BaselineRecord OfLoad(LoadRecord load, double mix, DateTime now) => new()
    {
        Min = (load ?? throw new ArgumentNullException(nameof(load))).P50,
        P25 = load.P50,
        P50 = load.P50,
        P95 = load.P95,
        P99 = load.P99,
        PercentilesOf = PercentileSource.Calls,
        Mix = Digits(mix),
        CpuLoad = 0,
        Allocated = 0,
        AllocatedExactly = false,
        Load = load,
        Recorded = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc),
    };

    /// <summary>Rounds to what a measurement can say: five significant digits.</summary>
    internal static double Digits(double value)
    {
        const int Significant = 5;
        if (value <= 0 || !double.IsFinite(value))
            return 0;
        var decimals = Significant - 1 - (int)Math.Floor(Math.Log10(value));
        return decimals >= 0
            ? Math.Round(value, Math.Min(decimals, 15))
            : Math.Round(value / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals);
    }
}
