namespace PerfTooling.AnalyzerSpeed;

/// <summary>Times as figures.</summary>
internal static class Timing
{
    public static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : TimeSpan.Zero;

    public static string Text(TimeSpan time) => time.TotalSeconds >= 1 ? $"{time.TotalSeconds:0.00} s" : $"{time.TotalMilliseconds:0.0} ms";
}
