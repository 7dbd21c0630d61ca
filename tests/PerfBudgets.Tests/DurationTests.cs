using System.Globalization;
using CsCheck;

namespace PerfBudgets.Tests;

public class DurationTests
{
    private static readonly (string, decimal)[] Units = [("ns", 1m), ("us", 1e3m), ("µs", 1e3m), ("μs", 1e3m), ("ms", 1e6m), ("s", 1e9m)];

    // All that the form allows: up to six digits before and behind the point, every unit, with and without a space.
    private static readonly Gen<(string Text, decimal Nanoseconds)> Texts =
        Gen.Select(Gen.Int[0, 999_999], Gen.Int[0, 999_999], Gen.Int[0, 6], Gen.Bool, Gen.Int[0, Units.Length - 1].Select(i => Units[i]))
            .Select((whole, fraction, digits, space, unit) =>
            {
                var behind = digits == 0 ? "" : fraction.ToString("000000", CultureInfo.InvariantCulture)[..digits];
                var number = whole.ToString(CultureInfo.InvariantCulture) + (behind.Length == 0 ? "" : "." + behind);
                return (number + (space ? " " : "") + unit.Item1, decimal.Parse(number, CultureInfo.InvariantCulture) * unit.Item2);
            })
            .Where(text => text.Item2 > 0);

    [Fact]
    public void Means_what_it_says_exactly() => Texts.Sample(text => Duration.Parse(text.Text).Nanoseconds == text.Nanoseconds);

    [Fact]
    public void Is_written_as_a_text_that_means_the_same() => Texts.Sample(text => Duration.Parse(Duration.Parse(text.Text).ToString()) == Duration.Parse(text.Text));

    [Fact]
    public void Any_text_is_read_or_refused_with_a_reason() => Gen.String.Sample(text =>
    {
        if (Duration.TryParse(text, out _))
            return true;
        return Assert.Throws<FormatException>(() => Duration.Parse(text)).Message.StartsWith($"'{text}' ", StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("2s", "2 s")]
    [InlineData("2 s", "2 s")]
    [InlineData("1.5 s", "1.5 s")]
    [InlineData("1500 ms", "1.5 s")]
    [InlineData("0.5 ms", "500 µs")]
    [InlineData("250 us", "250 µs")]
    [InlineData("250 μs", "250 µs")]
    [InlineData("80 ns", "80 ns")]
    [InlineData("0.25 ns", "0.25 ns")]
    [InlineData("999999.999999 µs", "999999.999999 µs")]
    [InlineData("200.0 ms", "200 ms")]
    public void Is_written_as_people_would(string text, string written) => Assert.Equal(written, Duration.Parse(text).ToString());

    [Theory]
    [InlineData("200", "'200' has no unit: write '200 ms', or ns, µs or s")]
    [InlineData("-2 s", "'-2 s' is negative")]
    [InlineData("-2", "'-2' has no unit")]
    [InlineData("0 ms", "'0 ms' is zero")]
    [InlineData("0.00 s", "'0.00 s' is zero")]
    [InlineData("", "'' is not a duration")]
    [InlineData("200 ms or so", "is not a duration")]
    [InlineData("200 ms\n", "is not a duration")]
    [InlineData("1,5 s", "is not a duration")]
    [InlineData("2 min", "is not a duration")]
    [InlineData("2  s", "is not a duration")]
    [InlineData("2 S", "is not a duration")]
    [InlineData("007 s", "is not a duration")]
    [InlineData("1. s", "is not a duration")]
    [InlineData(".5 s", "is not a duration")]
    [InlineData("1000000 s", "at most six digits")]
    [InlineData("٣ s", "is not a duration")]
    public void What_is_none_says_why(string text, string problem) => Assert.Contains(problem, Assert.Throws<FormatException>(() => Duration.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Seconds_are_those_of_histograms() => Assert.Equal(0.25, Duration.Parse("250 ms").TotalSeconds);

    [Theory]
    [InlineData("250 µs", 2_500)]
    [InlineData("149 ns", 1)]
    public void A_time_span_is_the_nearest(string text, long ticks) => Assert.Equal(new TimeSpan(ticks), Duration.Parse(text).ToTimeSpan());

    [Fact]
    public void Compares_across_units() => Assert.True(Duration.Parse("999 ms") < Duration.Parse("1 s") && Duration.Parse("1000 ms") >= Duration.Parse("1 s"));
}
