using System.Collections.Immutable;
using System.Diagnostics.Metrics;

namespace PerfMonitor.Metrics;

/// <summary>The kinds of instrument we have.</summary>
internal static class MeterExtensions
{
    /// <summary>A histogram whose buckets any exporter takes over, unless its user sets others.</summary>
    public static Histogram<double> Histogram(this Meter meter, string name, string unit, string description, ImmutableArray<double> buckets) =>
        meter.CreateHistogram(name, unit, description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });

    /// <summary>
    /// A counter that shows all its series from the first look on, at zero. An alert on "one more" never sees a series that begins at one, and a
    /// plain counter's Add(0) is lost when the exporter begins to listen after it.
    /// </summary>
    public static void Totals(this Meter meter, string name, string unit, string description, IEnumerable<CounterSeries> series) =>
        meter.CreateObservableCounter(name, () => series.Select(one => one.Measure()), unit, description);
}
