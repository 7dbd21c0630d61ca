using CsCheck;
using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Measurements;

public class LatencyHistogramTests
{
    [Fact]
    public void Percentiles_are_at_most_a_thousandth_off() => Gen.OneOf(Gen.Long[1, 1_000_000_000], Gen.Long[1, LatencyHistogram.Highest]).Array[1, 200].Sample(values =>
    {
        var summary = Summarize(values);
        Array.Sort(values);
        foreach (var (share, percentile) in new[] { (0.5, summary.P50), (0.95, summary.P95), (0.99, summary.P99), (0.999, summary.P999) })
        {
            var exact = values[Math.Max(0, (int)Math.Ceiling(share * values.Length) - 1)];
            Assert.InRange(percentile, (exact * 0.999) - 10, (exact * 1.001) + 10);
        }
    });

    [Fact]
    public void Smallest_largest_and_mean_are_exact() => Assert.Equal((3, 1_000_001, 500_002), (Summarize(3, 1_000_001).Min, Summarize(3, 1_000_001).Max, Summarize(3, 1_000_001).Mean));

    [Fact]
    public void What_is_longer_than_an_hour_counts_as_an_hour() => Assert.Equal(LatencyHistogram.Highest, Summarize(long.MaxValue).Max);

    [Fact]
    public void What_seems_to_end_before_it_began_counts_as_zero() => Assert.Equal(0, Summarize(-5).Min);

    [Fact]
    public void Nothing_comes_to_nothing() => Assert.Equal(new LoadLatency(0, 0, 0, 0, 0, 0, 0, 0), Summarize());

    [Fact]
    public void Is_empty_again_once_cleared()
    {
        var histogram = new LatencyHistogram();
        histogram.Add(7);
        histogram.Clear();
        histogram.Add(9);
        Assert.Equal(new LoadLatency(1, 9, 9, 9, 9, 9, 9, 9), histogram.Summarize());
    }

    private static LoadLatency Summarize(params long[] values)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in values)
            histogram.Add(value);
        return histogram.Summarize();
    }
}
