using System.Collections.Immutable;
using PerfAssert.Benchmarks;
using PerfAssert.Measuring;

namespace PerfAssert;

/// <summary>
/// A door for figures that were measured elsewhere (an import job, a load test, a device): record them, keep them as a baseline, and hold a
/// later run against it by the same percentages as a perf test.
/// </summary>
/// <example>
/// <code>
/// var run = new PerfBenchmark("import");
/// run.Record("throughput", 12_345, "rows/s", Better.Higher);
/// run.RecordSamples("latency", milliseconds, "ms");
/// var report = run.CompareWith(PerfBenchmark.LoadBaseline("import.baseline.json"));
/// Console.Write(report);
/// return report.Passed ? 0 : 1;
/// </code>
/// </example>
/// <remarks>Not safe for use by several threads at once.</remarks>
public sealed class PerfBenchmark
{
    private readonly TimeProvider _time;
    private ImmutableSortedDictionary<string, Metric> _metrics = ImmutableSortedDictionary.Create<string, Metric>(StringComparer.Ordinal);

    /// <summary>Begins a run.</summary>
    /// <param name="name">What is measured; a baseline of another name is refused.</param>
    /// <param name="environment">
    /// Where it is measured, if not on this machine, such as <c>staging</c>: a regression against a baseline of another environment is told, and fails nothing.
    /// </param>
    public PerfBenchmark(string name, string? environment = null)
        : this(name, environment ?? MachineFingerprint.Current.Key, TimeProvider.System)
    {
    }

    internal PerfBenchmark(string name, string environment, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(environment);
        Name = name;
        Environment = environment;
        _time = time;
    }

    /// <summary>What is measured.</summary>
    public string Name { get; }

    /// <summary>Where it is measured.</summary>
    public string Environment { get; }

    /// <summary>Records one value of a metric. Several calls for one metric make samples of it.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="value">The value: finite, 0 or more.</param>
    /// <param name="unit">Its unit, such as <c>ms</c> or <c>rows/s</c>; empty for a bare number.</param>
    /// <param name="better">Which way it improves.</param>
    /// <returns>This run.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    /// <exception cref="ArgumentException">The metric was recorded with another unit or direction before.</exception>
    public PerfBenchmark Record(string metric, double value, string unit, Better better = Better.Lower) => RecordSamples(metric, [value], unit, better);

    /// <summary>Records samples of a metric: from ten on, in baseline and run, they tell a regression from noise.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="samples">The values, in any order; finite, 0 or more.</param>
    /// <param name="unit">Their unit.</param>
    /// <param name="better">Which way they improve.</param>
    /// <returns>This run.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or not finite.</exception>
    /// <exception cref="ArgumentException">There are no samples, or the metric was recorded with another unit or direction before.</exception>
    public PerfBenchmark RecordSamples(string metric, IEnumerable<double> samples, string unit, Better better = Better.Lower)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(metric);
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(unit);
        var values = samples.ToImmutableArray();
        if (values.IsEmpty)
            throw new ArgumentException($"'{metric}' has no samples.", nameof(samples));
        if (values.FirstOrDefault(value => !double.IsFinite(value) || value < 0) is var wrong && (!double.IsFinite(wrong) || wrong < 0))
            throw new ArgumentOutOfRangeException(nameof(samples), wrong, $"A value of '{metric}' is finite, and 0 or more.");
        var known = _metrics.GetValueOrDefault(metric) ?? new Metric(metric, unit, better, []);
        if (known.Unit != unit || known.Better != better)
            throw new ArgumentException($"'{metric}' was recorded in '{known.Unit}', {known.Better} being better, before, and now in '{unit}', {better} being better.", nameof(unit));
        _metrics = _metrics.SetItem(metric, known with { Values = known.Values.AddRange(values) });
        return this;
    }

    /// <summary>Writes what was recorded to a file, as a whole or not at all.</summary>
    /// <param name="path">The file; its folder is created if need be.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="BaselineException">There is such a file already.</exception>
    /// <exception cref="InvalidOperationException">Nothing was recorded.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveBaseline(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (_metrics.IsEmpty)
            throw new InvalidOperationException($"'{Name}' has recorded nothing that could be a baseline.");
        BenchmarkFile.Write(path, ToBaseline(), overwrite);
    }

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The baseline.</returns>
    /// <exception cref="BaselineException">The file is missing, cannot be read or is not understood.</exception>
    public static BenchmarkBaseline LoadBaseline(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return BenchmarkFile.Read(path);
    }

    /// <summary>What was recorded, as a baseline for another run in this process.</summary>
    /// <returns>A copy: what is recorded later does not change it.</returns>
    public BenchmarkBaseline ToBaseline()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return new BenchmarkBaseline(Name, Environment, new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc), _metrics);
    }

    /// <summary>Holds what was recorded against a baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <returns>A verdict for every metric of either.</returns>
    /// <exception cref="ArgumentException">The baseline is of another benchmark.</exception>
    public BenchmarkReport CompareWith(BenchmarkBaseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        if (baseline.Benchmark != Name)
            throw new ArgumentException($"The baseline is of '{baseline.Benchmark}', and this is '{Name}'.", nameof(baseline));
        return new BenchmarkReport(Name, Environment, baseline, BenchmarkRules.Compare(baseline.Metrics, _metrics, Environment == baseline.Environment ? null : baseline.Environment));
    }
}
