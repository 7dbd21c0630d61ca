using Pragmastat;

namespace PerfAssert.Statistics;

/// <summary>
/// Nanoseconds per call. <see cref="Min"/> and <see cref="P25"/> are of batch means and are what verdicts rest on;
/// the percentiles are what people read.
/// </summary>
internal sealed record Latency(double Min, double P25, double P50, double P95, double P99, PercentileSource PercentilesOf, double Spread)
{
    // Pairwise estimators are O(n log n), but a few thousand values say no more than 1,000 do.
    private const int SpreadSample = 1_000;

    /// <summary>Summarizes batch means and, where calls were timed one by one, single calls.</summary>
    /// <exception cref="ArgumentException">There is no batch.</exception>
    public static Latency From(IReadOnlyList<double> batchMeans, IReadOnlyList<double> singleCalls)
    {
        var batches = batchMeans.ToArray();
        Array.Sort(batches);
        var calls = singleCalls.Count > 0 ? singleCalls.ToArray() : batches;
        Array.Sort(calls);
        return new Latency(
            batches.Length > 0 ? batches[0] : throw new ArgumentException("A latency needs at least one batch.", nameof(batchMeans)),
            Quantile.OfSorted(batches, 0.25),
            Quantile.OfSorted(calls, 0.50),
            Quantile.OfSorted(calls, 0.95),
            Quantile.OfSorted(calls, 0.99),
            singleCalls.Count > 0 ? PercentileSource.Calls : PercentileSource.BatchMeans,
            RelativeSpread(batches));
    }

    /// <summary>
    /// Shamos' spread (the median of pairwise distances) over the Hodges-Lehmann center: how far two batches typically lie
    /// apart, as a share of the whole. Robust against outliers up to 29 % of the values.
    /// </summary>
    private static double RelativeSpread(double[] sorted)
    {
        if (sorted.Length < 3)
            return 0;
        var stride = (sorted.Length + SpreadSample - 1) / SpreadSample;
        var values = sorted.Where((_, i) => i % stride == 0).ToArray();
        var center = Toolkit.Center(new Sample(values)).NominalValue;
        return center > 0 ? Toolkit.Spread(new Sample(values)).NominalValue / center : 0;
    }
}
