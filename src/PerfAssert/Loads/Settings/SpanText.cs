using System.Globalization;
using System.Text.RegularExpressions;
using PerfBudgets;

namespace PerfAssert.Loads;

/// <summary>How long a part of a load test lasts, as people write it: a <see cref="Duration"/> of perf-budgets.json, or minutes or hours, which no request takes but a load test does.</summary>
internal static partial class SpanText
{
    /// <summary>Longer is a typing error: a load test of a day belongs on machines of its own.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Reads <c>30 s</c>, <c>500 ms</c>, <c>1.5 min</c> or <c>2 h</c>; above zero and up to a day.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (Duration.TryParse(text, out var duration))
            span = duration.ToTimeSpan();
        else if (Form().Match(text) is { Success: true } match)
            span = TimeSpan.FromMinutes(double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * (match.Groups[2].Value == "h" ? 60 : 1));
        return span > TimeSpan.Zero && span <= Longest;
    }

    /// <summary>The same back, in the largest unit in which it is a short number.</summary>
    public static string Of(TimeSpan span) =>
        span >= TimeSpan.FromHours(1) && span.TotalHours % 0.25 == 0 ? Number(span.TotalHours, "h")
        : span >= TimeSpan.FromMinutes(1) && span.TotalMinutes % 0.5 == 0 ? Number(span.TotalMinutes, "min")
        : span >= TimeSpan.FromSeconds(1) ? Number(span.TotalSeconds, "s")
        : Number(span.TotalMilliseconds, "ms");

    private static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.####} {unit}");

    [GeneratedRegex(@"\A([0-9]{1,4}(?:\.[0-9]{1,3})?) ?(min|h)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
