using System.Globalization;

namespace PerfTool.Tests.Alerts;

/// <summary>Series as a service would show them to Prometheus, minute by minute.</summary>
internal static class Series
{
    private const int Minutes = 60;

    private static readonly double[] s_bounds = [0.05, 0.1, 0.2, 0.4, 0.5, 1, 1.5, 2, 2.5, 3, 5, 10, 15, 30, double.PositiveInfinity];

    /// <summary>A histogram into which so many values of one size come each minute.</summary>
    public static (string, string)[] Histogram(string name, string labels, double seconds, int perMinute) => Histogram(name, labels, seconds, holds => Growing(holds ? perMinute : 0));

    /// <summary>A histogram that stands at zero and into which <paramref name="count"/> values of one size come at once.</summary>
    public static (string, string)[] HistogramStep(string name, string labels, double seconds, int atMinute, int count) =>
        Histogram(name, labels, seconds, holds => Stepping(atMinute, holds ? count : 0));

    /// <summary>A counter that grows by so much each minute.</summary>
    public static (string, string) Counter(string name, string labels, int perMinute) => ($"{name}{{{labels}}}", Growing(perMinute));

    /// <summary>A counter that stands at zero and comes to <paramref name="count"/> in one step.</summary>
    public static (string, string) Step(string name, string labels, int atMinute, int count) => ($"{name}{{{labels}}}", Stepping(atMinute, count));

    /// <summary>A counter that is there at zero and then no more.</summary>
    public static (string, string) Gone(string name, string labels, int atMinute) => ($"{name}{{{labels}}}", $"0x{atMinute - 1} _x{Minutes - atMinute}");

    /// <summary>A service that can be scraped.</summary>
    public static (string, string) Up { get; } = ("up{job=\"api\",instance=\"a\"}", $"1x{Minutes}");

    private static (string, string)[] Histogram(string name, string labels, double seconds, Func<bool, string> values) =>
    [
        .. s_bounds.Select(bound => ($"{name}_bucket{{{labels},le=\"{(double.IsInfinity(bound) ? "+Inf" : bound.ToString(CultureInfo.InvariantCulture))}\"}}", values(bound >= seconds))),
        ($"{name}_count{{{labels}}}", values(true)),
    ];

    private static string Stepping(int atMinute, int count) => $"0x{atMinute - 1} {count}x{Minutes - atMinute}";

    private static string Growing(int perMinute) => $"0+{perMinute}x{Minutes}";
}
