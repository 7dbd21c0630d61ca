using PerfAssert.Statistics;

namespace PerfAssert.Tests.Statistics;

public class LatencyTests
{
    private static readonly double[] Batches = [10, 11, 12, 13, 14];

    [Fact]
    public void Takes_percentiles_of_batches_when_no_call_was_timed_by_itself() =>
        Assert.Equal((12, PercentileSource.BatchMeans), (Latency.From(Batches, []).P50, Latency.From(Batches, []).PercentilesOf));

    [Fact]
    public void Takes_percentiles_of_single_calls_where_there_are_any() =>
        Assert.Equal((20, PercentileSource.Calls), (Latency.From(Batches, [19, 20, 21]).P50, Latency.From(Batches, [19, 20, 21]).PercentilesOf));

    [Fact]
    public void Judges_by_batches_even_where_calls_were_timed() => Assert.Equal(11, Latency.From(Batches, [19, 20, 21]).P25);

    [Fact]
    public void Spread_ignores_a_single_outlier()
    {
        var quiet = Enumerable.Range(0, 100).Select(i => 100.0 + (i % 5)).ToArray();
        Assert.Equal(Latency.From(quiet, []).Spread, Latency.From([.. quiet, 10_000], []).Spread, 2);
    }

    [Fact]
    public void Of_no_batch_is_an_error() => Assert.Throws<ArgumentException>(() => Latency.From([], []));
}
