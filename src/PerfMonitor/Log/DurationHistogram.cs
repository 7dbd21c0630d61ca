using System.Numerics;

namespace PerfMonitor.Log;

/// <summary>
/// Durations as counts in buckets of at most 1/8 of their value, from 1 µs to 71 min: 1 KB, however many. Not HdrHistogram's: its smallest of
/// this range takes several times as much, and there is one a group. Not thread-safe.
/// </summary>
internal sealed class DurationHistogram
{
    private const int Steps = 8;
    private readonly int[] _buckets = new int[31 * Steps];
    private TimeSpan _longest;

    public long Count { get; private set; }

    public TimeSpan Longest => _longest;

    public void Add(TimeSpan duration)
    {
        Count++;
        _longest = duration > _longest ? duration : _longest;
        _buckets[Bucket(duration)]++;
    }

    /// <summary>The upper end of the bucket that holds it, at most 12.5 % too high, and never over the longest.</summary>
    public TimeSpan Quantile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        var seen = 0L;
        for (var i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen >= rank)
                return TimeSpan.FromMicroseconds(Math.Min(End(i), _longest.TotalMicroseconds));
        }

        return _longest;
    }

    private static int Bucket(TimeSpan duration)
    {
        var microseconds = (uint)Math.Clamp(duration.Ticks / TimeSpan.TicksPerMicrosecond, 0, uint.MaxValue);
        if (microseconds < Steps)
            return (int)microseconds;
        var octave = BitOperations.Log2(microseconds) - 3;
        return (octave * Steps) + (int)(microseconds >> octave);
    }

    private static double End(int bucket)
    {
        if (bucket < 2 * Steps)
            return bucket + 1;
        var octave = (bucket / Steps) - 1;
        return (double)((bucket % Steps) + Steps + 1) * (1L << octave);
    }
}
