using CsCheck;
using PerfAssert.Statistics;

namespace PerfAssert.Tests.Statistics;

public class MedianBoundsTests
{
    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void One_in_a_thousand_takes_eleven_values(int values, bool exist) =>
        Assert.Equal(exist, MedianBounds.Of(Ascending(values), 0.001) is not null);

    [Theory]
    // Hand-made from the binomial distribution: of 20 values, 3 or fewer lie below the median with probability 0.0013, 2 or fewer with 0.0002.
    [InlineData(20, 0.001, 3, 18)]
    [InlineData(20, 0.05, 6, 15)]
    [InlineData(100, 0.05, 40, 61)]
    public void Are_the_order_statistics_of_the_textbook(int values, double missRate, double lower, double upper) =>
        Assert.Equal((lower, upper), MedianBounds.Of(Ascending(values), missRate));

    [Fact]
    public void Hold_the_middle_value() =>
        Gen.Double[0, 1e9].Array[1, 300].Sample(values =>
        {
            Array.Sort(values);
            return MedianBounds.Of(values, 0.01) is not { } bounds || (bounds.Lower <= Quantile.OfSorted(values, 0.5) && Quantile.OfSorted(values, 0.5) <= bounds.Upper);
        });

    [Fact]
    public void Miss_the_true_median_no_more_often_than_promised()
    {
        // Skewed, as times are. Its median is ln 2. One in twenty promised; of 2,000 samples 100, and never 160 but by an error.
        var random = new Random(7);
        var missed = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var values = Enumerable.Range(0, 40).Select(_ => -Math.Log(1 - random.NextDouble())).Order().ToArray();
            var bounds = MedianBounds.Of(values, 0.05)!.Value;
            return Math.Log(2) < bounds.Lower || bounds.Upper < Math.Log(2);
        });
        Assert.InRange(missed, 1, 160);
    }

    [Fact]
    public void Of_nothing_don_t_exist() => Assert.Null(MedianBounds.Of([], 0.5));

    [Fact]
    public void Of_more_values_than_the_formula_can_take_are_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MedianBounds.Of(Ascending(MedianBounds.MostValues + 1), 0.001));

    private static double[] Ascending(int count) => [.. Enumerable.Range(1, count).Select(i => (double)i)];
}
