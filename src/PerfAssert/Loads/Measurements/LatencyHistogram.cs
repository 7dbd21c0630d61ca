using HdrHistogram;

namespace PerfAssert.Loads;

/// <summary>
/// Latencies of any number in about a quarter of a megabyte, to three significant digits: percentiles are at most 0.1 % off, or 10 ns. Not
/// safe for several threads.
/// </summary>
internal sealed class LatencyHistogram
{
    /// <summary>An hour in nanoseconds; what is longer counts as that.</summary>
    public const long Highest = 3_600_000_000_000;

    /// <summary>
    /// What is counted in, in nanoseconds: finer than the clock needs. In single nanoseconds HdrHistogram 2.5.0 goes wrong above half an
    /// hour: the width of a bucket is an int there, and no longer fits.
    /// </summary>
    private const long Unit = 10;

    private readonly LongHistogram _counts = new(1, Highest / Unit, 3);
    private long _min = long.MaxValue;
    private long _max;
    private double _sum;

    public long Count { get; private set; }

    /// <param name="nanoseconds">Below 0 counts as 0: two processors' clocks may differ by a little.</param>
    public void Add(long nanoseconds)
    {
        var value = Math.Clamp(nanoseconds, 0, Highest);
        _counts.RecordValue(value / Unit);
        Count++;
        _sum += value;
        _min = Math.Min(_min, value);
        _max = Math.Max(_max, value);
    }

    public void Clear()
    {
        _counts.Reset();
        (Count, _min, _max, _sum) = (0, long.MaxValue, 0, 0);
    }

    public LoadLatency Summarize() => Count == 0
        ? new LoadLatency(0, 0, 0, 0, 0, 0, 0, 0)
        : new LoadLatency(Count, _min, _sum / Count, At(0.5), At(0.95), At(0.99), At(0.999), _max);

    private double At(double share)
    {
        // The smallest value that so many are not above. HdrHistogram rounds to the nearest rank, which of few values may be one too low.
        var rank = Math.Ceiling((share * Count) - 1e-6);
        // A bucket's end may lie beyond the smallest or largest value in it.
        return Math.Clamp(_counts.GetValueAtPercentile(100 * rank / Count) * Unit, _min, _max);
    }
}
