using PerfAssert.Benchmarks;

namespace PerfAssert;

/// <summary>A run held against its baseline.</summary>
public sealed class BenchmarkReport
{
    internal BenchmarkReport(string benchmark, string environment, BenchmarkBaseline baseline, IReadOnlyList<MetricComparison> metrics)
    {
        Benchmark = benchmark;
        Environment = environment;
        Baseline = baseline;
        Metrics = metrics;
    }

    /// <summary>The benchmark's name.</summary>
    public string Benchmark { get; }

    /// <summary>Where this run was measured.</summary>
    public string Environment { get; }

    /// <summary>What it was compared with.</summary>
    public BenchmarkBaseline Baseline { get; }

    /// <summary>Every metric of run and baseline, in ordinal order of names.</summary>
    public IReadOnlyList<MetricComparison> Metrics { get; }

    /// <summary>Whether the gate is open: nothing failed. What is inconclusive, missing or new does not close it, and stands in the report.</summary>
    public bool Passed => Metrics.All(metric => metric.Outcome != PerfOutcome.Failed);

    /// <summary>The report as a table of plain text, a line a metric, with a line break at the end.</summary>
    public override string ToString() => BenchmarkTable.Render(this);
}
