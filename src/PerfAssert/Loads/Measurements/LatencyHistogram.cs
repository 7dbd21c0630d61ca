using HdrHistogram;

namespace PerfAssert.Loads;

/// <summary>
/// Latencies of any number in about a quarter of a megabyte, to three significant digits: percentiles are at most 0.1 % off. Not safe for
/// several threads.
/// </summary>
internal sealed class LatencyHistogram
{
    /// <summary>An hour in nanoseconds; what is longer counts as that.</summary>
    public const long Highest = 3_600_000_000_000;

    private readonly LongHistogram _counts = new(1, Highest, 3);
    private long _count;
    private long _min = long.MaxValue;
    private long _max;
    private double _sum;

    /// <param name="nanoseconds">Below 0 counts as 0: two processors' clocks may differ by a little.</param>
    public void Add(long nanoseconds)
    {
        var value = Math.Clamp(nanoseconds, 0, Highest);
        _counts.RecordValue(value);
        _count++;
        _sum += value;
        _min = Math.Min(_min, value);
        _max = Math.Max(_max, value);
    }

    public long Count => _count;

    public void Clear()
    {
        _counts.Reset();
        (_count, _min, _max, _sum) = (0, long.MaxValue, 0, 0);
    }

    public LoadLatency Summarize() => _count == 0
        ? new LoadLatency(0, 0, 0, 0, 0, 0, 0, 0)
        : new LoadLatency(_count, _min, _sum / _count, At(50), At(95), At(99), At(99.9), _max);

    // A bucket's upper end may lie above the largest value in it.
    private double At(double percentile) => Math.Clamp(_counts.GetValueAtPercentile(percentile), _min, _max);
}
