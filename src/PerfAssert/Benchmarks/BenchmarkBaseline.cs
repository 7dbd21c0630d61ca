using System.Collections.Immutable;
using PerfAssert.Benchmarks;

namespace PerfAssert;

/// <summary>What a <see cref="PerfBenchmark"/> recorded, as a file keeps it: what a later run is compared with.</summary>
public sealed class BenchmarkBaseline
{
    /// <summary>The version of the file's format.</summary>
    internal const int Schema = 1;

    internal BenchmarkBaseline(string benchmark, string environment, DateTime recorded, ImmutableSortedDictionary<string, Metric> metrics)
    {
        Benchmark = benchmark;
        Environment = environment;
        Recorded = recorded;
        Metrics = metrics;
    }

    /// <summary>The benchmark's name.</summary>
    public string Benchmark { get; }

    /// <summary>Where the figures were measured.</summary>
    public string Environment { get; }

    /// <summary>When they were recorded, to the second, UTC.</summary>
    public DateTime Recorded { get; }

    /// <summary>The metrics' names, in ordinal order.</summary>
    public IEnumerable<string> MetricNames => Metrics.Keys;

    internal ImmutableSortedDictionary<string, Metric> Metrics { get; }
}
