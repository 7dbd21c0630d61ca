using System.Collections.Immutable;
using System.Text;
using CsCheck;
using PerfAssert.Benchmarks;

namespace PerfAssert.Tests.Benchmarks;

public sealed class PerfBenchmarkTests : IDisposable
{
    private static readonly Gen<string> Names = Gen.String[1, 10].Select(s => "m" + Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(s)));

    private static readonly Gen<BenchmarkBaseline> Baselines =
        Gen.Select(Names, Names, Gen.Select(Names, Names, Gen.Bool, Gen.Double[0, 1e300].Array[1, 20]).Array[0, 5]).Select((name, environment, metrics) => new BenchmarkBaseline(
            name, environment, Make.Day,
            metrics.DistinctBy(m => m.Item1).ToImmutableSortedDictionary(m => m.Item1, m => new Metric(m.Item1, m.Item2, m.Item3 ? Better.Higher : Better.Lower, [.. m.Item4.Order()]), StringComparer.Ordinal)));

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "import.baseline.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_saved_is_loaded()
    {
        Run(12_000).SaveBaseline(File);
        Assert.Equal(["latency", "throughput"], PerfBenchmark.LoadBaseline(File).MetricNames);
    }

    [Fact]
    public void A_run_as_good_as_its_baseline_passes()
    {
        Run(12_000).SaveBaseline(File);
        Assert.True(Run(12_000).CompareWith(PerfBenchmark.LoadBaseline(File)).Passed);
    }

    [Fact]
    public void A_run_that_regressed_does_not_pass()
    {
        Run(12_000).SaveBaseline(File);
        Assert.False(Run(9_000).CompareWith(PerfBenchmark.LoadBaseline(File)).Passed);
    }

    [Fact]
    public void The_report_reads_like_this()
    {
        var then = Run(12_000).Record("errors", 0, "").Record("memory", 81, "MB").ToBaseline();
        var now = new PerfBenchmark("import", "laptop", new Clock()).Record("throughput", 9_000, "rows/s", Better.Higher)
            .RecordSamples("latency", Enumerable.Range(0, 200).Select(i => 13.0 + (i % 20)), "ms").Record("errors", 0, "").Record("rows", 5, "");
        Snapshot.Match(now.CompareWith(then).ToString());
    }

    [Fact]
    public void The_file_looks_like_this()
    {
        Run(12_000).SaveBaseline(File);
        Snapshot.Match(System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_baseline_is_never_overwritten_unasked()
    {
        Run(12_000).SaveBaseline(File);
        var before = System.IO.File.ReadAllText(File);
        var error = Assert.Throws<BaselineException>(() => Run(1).SaveBaseline(File));
        Assert.Equal((before, true), (System.IO.File.ReadAllText(File), error.Message.Contains("there is a baseline already", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_left_beside_a_baseline_that_was_not_overwritten()
    {
        Run(12_000).SaveBaseline(File);
        Assert.Throws<BaselineException>(() => Run(1).SaveBaseline(File));
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_baseline_is_overwritten_when_asked()
    {
        Run(12_000).SaveBaseline(File);
        Run(9_000).SaveBaseline(File, overwrite: true);
        Assert.True(Run(9_000).CompareWith(PerfBenchmark.LoadBaseline(File)).Passed);
    }

    [Fact]
    public void Comes_back_from_disk_as_it_went() => Baselines.Sample(baseline =>
    {
        var back = BenchmarkFile.Parse(BenchmarkFile.Render(baseline), "a file");
        return (back.Benchmark, back.Environment, back.Recorded) == (baseline.Benchmark, baseline.Environment, baseline.Recorded) && back.Metrics.SequenceEqual(baseline.Metrics);
    });

    [Fact]
    public void Whatever_is_broken_in_it_reading_gives_a_baseline_or_a_clear_error() => Gen.Select(Baselines, Gen.Int[0, 10_000], Gen.Byte).Sample((baseline, at, with) =>
    {
        var bytes = BenchmarkFile.Render(baseline);
        bytes[at % bytes.Length] = with;
        try
        {
            BenchmarkFile.Parse(bytes, "a file");
            return true;
        }
        catch (BaselineException e)
        {
            return e.Message.StartsWith("a file", StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 2", "written with schema 2")]
    [InlineData("\"higher\"", "\"more\"", "not one of higher, lower [metrics / throughput / better]")]
    [InlineData("12000", "-1", "not a number of 0 or more [metrics / throughput / values]")]
    [InlineData("\"unit\": \"rows/s\",", "", "missing property [metrics / throughput / unit]")]
    [InlineData("2026-03-01T", "March", "not a time of the form")]
    [InlineData("\"environment\"", "\"enviroment\"", "unknown property [enviroment]")]
    public void A_file_that_is_not_understood_says_where_and_why(string right, string wrong, string problem)
    {
        Run(12_000).SaveBaseline(File);
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace(right, wrong, StringComparison.Ordinal));
        var error = Assert.Throws<BaselineException>(() => PerfBenchmark.LoadBaseline(File));
        Assert.StartsWith(File, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_baseline_says_how_to_get_one() => Assert.Contains("PerfBenchmark.SaveBaseline", Assert.Throws<BaselineException>(() => PerfBenchmark.LoadBaseline(File)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_baseline_of_another_benchmark_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PerfBenchmark("export").CompareWith(new PerfBenchmark("import").ToBaseline()));

    [Fact]
    public void Values_recorded_one_by_one_are_samples() =>
        Assert.Equal(2, new PerfBenchmark("import").Record("time", 1, "s").Record("time", 2, "s").CompareWith(new PerfBenchmark("import").ToBaseline()).Metrics.Single().Now!.Count);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_figure_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => new PerfBenchmark("import").RecordSamples("time", [1, value], "s"));

    [Fact]
    public void No_samples_are_refused() => Assert.Throws<ArgumentException>(() => new PerfBenchmark("import").RecordSamples("time", [], "s"));

    [Fact]
    public void Another_unit_for_the_same_metric_is_refused() => Assert.Throws<ArgumentException>(() => new PerfBenchmark("import").Record("time", 1, "s").Record("time", 1_000, "ms"));

    [Fact]
    public void A_run_that_recorded_nothing_is_no_baseline() => Assert.Throws<InvalidOperationException>(() => new PerfBenchmark("import").SaveBaseline(File));

    private static PerfBenchmark Run(double throughput) =>
        new PerfBenchmark("import", "laptop", new Clock()).Record("throughput", throughput, "rows/s", Better.Higher).RecordSamples("latency", Enumerable.Range(0, 20).Select(i => 12.0 + i), "ms");

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Make.Day);
    }
}
