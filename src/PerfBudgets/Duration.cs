using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfBudgets;

/// <summary>
/// A duration as a budget states it: a number with a unit, such as <c>200 ms</c>, <c>1.5 s</c> or <c>250 µs</c>. Exact, and finer than a
/// <see cref="TimeSpan"/>, whose step of 100 ns is more than many a call takes.
/// </summary>
public readonly partial record struct Duration : IComparable<Duration>
{
    /// <summary>What a text must look like; the same as in the JSON schema.</summary>
    internal const string Form = @"^(?=[0-9.]*[1-9])(0|[1-9][0-9]{0,5})(\.[0-9]{1,6})? ?(ns|us|µs|μs|ms|s)$";

    // From large to small: the first in which a value is 1 or more is the one people would write.
    private static readonly (string Name, decimal Nanoseconds)[] Units = [("s", 1_000_000_000m), ("ms", 1_000_000m), ("µs", 1_000m), ("ns", 1m)];

    private Duration(decimal nanoseconds) => Nanoseconds = nanoseconds;

    /// <summary>Nanoseconds; above 0, but for <c>default</c>.</summary>
    public decimal Nanoseconds { get; }

    /// <summary>Seconds, the unit of OpenTelemetry's and Prometheus' histograms.</summary>
    public double TotalSeconds => (double)(Nanoseconds / 1_000_000_000m);

    /// <summary>The nearest <see cref="TimeSpan"/>, which counts steps of 100 ns.</summary>
    public TimeSpan ToTimeSpan() => new((long)Math.Round(Nanoseconds / 100m));

    /// <summary>Reads a number with a unit.</summary>
    /// <param name="text">For example <c>200 ms</c>, <c>1.5s</c>, <c>250 µs</c> (or <c>us</c>), <c>80 ns</c>: at most six digits before and behind the point.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="FormatException">The text is no duration; the message says what is wrong with it.</exception>
    public static Duration Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var duration) ? duration : throw new FormatException(Problem(text));
    }

    /// <summary>Reads a number with a unit, as <see cref="Parse"/> does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The duration; <c>default</c> where the text is none.</param>
    /// <returns>Whether the text is a duration.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Duration duration)
    {
        duration = default;
        // The pattern's end anchor lets a final line break pass, which the schema does not.
        if (text is null || text.EndsWith('\n') || !FormPattern().IsMatch(text))
            return false;
        var digits = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        // Every text of this form is exact as a decimal: at most 6 digits before the point, 6 behind it, and a unit of at most 1e9 ns.
        duration = new Duration(decimal.Parse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * Unit(text[digits..].TrimStart()));
        return true;
    }

    /// <summary>A text that <see cref="Parse"/> reads back to the same value.</summary>
    public override string ToString()
    {
        foreach (var (name, nanoseconds) in Units)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds / nanoseconds:0.######} {name}");
            if (Nanoseconds >= nanoseconds && TryParse(text, out var back) && back == this)
                return text;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds:0.######} ns");
    }

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Whether one is shorter than the other.</summary>
    public static bool operator <(Duration left, Duration right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is longer than the other.</summary>
    public static bool operator >(Duration left, Duration right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not longer than the other.</summary>
    public static bool operator <=(Duration left, Duration right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not shorter than the other.</summary>
    public static bool operator >=(Duration left, Duration right) => left.CompareTo(right) >= 0;

    private static string Problem(string text) => text switch
    {
        _ when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => $"'{text}' has no unit: write '{text.Trim()} ms', or ns, µs or s",
        _ when text.TrimStart().StartsWith('-') => $"'{text}' is negative",
        _ when ZeroPattern().IsMatch(text) => $"'{text}' is zero, which nothing can keep to",
        _ => $"'{text}' is not a duration: a number with a unit, such as '200 ms', '1.5 s', '250 µs' or '80 ns' (at most six digits before and behind the point)",
    };

    // The micro sign and the Greek letter look alike, and keyboards differ in which they write.
    private static decimal Unit(string name) => Units.First(unit => unit.Name == (name is "us" or "μs" ? "µs" : name)).Nanoseconds;

    [GeneratedRegex(Form, RegexOptions.CultureInvariant)]
    private static partial Regex FormPattern();

    [GeneratedRegex(@"^0+(\.0+)? ?[a-zµμ]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ZeroPattern();
}
