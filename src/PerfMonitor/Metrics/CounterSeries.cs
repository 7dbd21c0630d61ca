using System.Diagnostics.Metrics;

namespace PerfMonitor.Metrics;

/// <summary>One series of a counter: a total and its attributes.</summary>
internal sealed class CounterSeries(params KeyValuePair<string, object?>[] attributes)
{
    private long _total;

    public void Add(long amount = 1) => Interlocked.Add(ref _total, amount);

    public Measurement<long> Measure() => new(Interlocked.Read(ref _total), attributes);

    /// <summary>For what is counted in millionths.</summary>
    public Measurement<double> MeasureMillionths() => new(Interlocked.Read(ref _total) / 1e6, attributes);
}
