using CsCheck;

namespace PerfAssert.Tests.Benchmarks;

public class BenchmarkRulesTests
{
    [Theory]
    [InlineData(100, PerfOutcome.Pass, PerfSeverity.None, "within 5 % (single values)")]
    [InlineData(104.9, PerfOutcome.Pass, PerfSeverity.None, "within 5 %")]
    [InlineData(105, PerfOutcome.Info, PerfSeverity.None, "5 % worse (single values; may be noise)")]
    [InlineData(110, PerfOutcome.Warning, PerfSeverity.None, "10 % worse (single values; may be noise)")]
    [InlineData(115, PerfOutcome.Failed, PerfSeverity.High, "15 % worse (single values)")]
    [InlineData(125, PerfOutcome.Failed, PerfSeverity.High, "25 % worse")]
    [InlineData(126, PerfOutcome.Failed, PerfSeverity.Critical, "26 % worse")]
    [InlineData(95, PerfOutcome.Pass, PerfSeverity.None, "within 5 %")]
    [InlineData(94, PerfOutcome.Improved, PerfSeverity.None, "6 % better (single values; may be noise)")]
    public void Single_values_are_judged_by_the_percentages(double now, PerfOutcome outcome, PerfSeverity severity, string reason)
    {
        var metric = Compare([100], [now]);
        Assert.Equal((outcome, severity), (metric.Outcome, metric.Severity));
        Assert.StartsWith(reason, metric.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(84, PerfOutcome.Failed)]
    [InlineData(88, PerfOutcome.Warning)]
    [InlineData(106, PerfOutcome.Improved)]
    public void Where_more_is_better_less_is_worse(double now, PerfOutcome outcome) => Assert.Equal(outcome, Compare([100], [now], Better.Higher).Outcome);

    [Fact]
    public void Samples_that_lie_clearly_apart_fail() => Assert.Equal((PerfOutcome.Failed, PerfSeverity.Critical), Compare(Around(100, 3, 30), Around(150, 3, 30)) is var metric ? (metric.Outcome, metric.Severity) : default);

    [Fact]
    public void Throughput_that_lies_clearly_lower_fails() => Assert.Equal(PerfOutcome.Failed, Compare(Around(150, 3, 30), Around(100, 3, 30), Better.Higher).Outcome);

    [Fact]
    public void Samples_that_scatter_are_a_doubt()
    {
        var metric = Compare(Around(100, 60, 12), Around(120, 60, 12));
        Assert.Equal(PerfOutcome.Inconclusive, metric.Outcome);
        Assert.Contains("but the samples scatter: for sure it is nothing at all", metric.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 30)]
    [InlineData(30, 9)]
    [InlineData(1, 30)]
    public void Few_samples_are_a_doubt(int then, int now) =>
        Assert.Equal($"50 % worse (median), but {then} and {now} samples are too few to tell it from noise: 10 are needed on both sides", Compare(Around(100, 1, then), Around(150, 1.5, now)).Reason);

    [Fact]
    public void Ten_samples_are_enough() => Assert.Equal(PerfOutcome.Failed, Compare(Around(100, 1, 10), Around(150, 1, 10)).Outcome);

    [Fact]
    public void Samples_without_spread_are_told_so() => Assert.Equal("20 % worse (median), no spread", Compare([100, 100], [120, 120]).Reason);

    [Fact]
    public void A_longer_tail_is_a_warning()
    {
        var now = Around(100, 1, 1_200);
        for (var i = 0; i < 60; i++)
            now[i * 20] = 400;
        Assert.Equal((PerfOutcome.Warning, "p99 296 % worse, which is not gated; within 5 % (median)"), Compare(Around(100, 1, 1_200), now) is var metric ? (metric.Outcome, metric.Reason) : default);
    }

    [Fact]
    public void One_outlier_is_no_tail() => Assert.Equal(PerfOutcome.Pass, Compare(Around(100, 1, 100), [.. Around(100, 1, 99), 900]).Outcome);

    [Fact]
    public void From_nothing_to_something_is_worse_or_better() =>
        Assert.Equal(
            ((PerfOutcome.Failed, "worse, from 0 (single values)"), (PerfOutcome.Improved, "better, from 0 (single values; may be noise)")),
            (Verdict(Compare([0], [3])), Verdict(Compare([0], [3], Better.Higher))));

    [Fact]
    public void Nothing_then_and_now_passes() => Assert.Equal(PerfOutcome.Pass, Compare([0], [0]).Outcome);

    [Fact]
    public void A_metric_that_is_not_recorded_any_more_is_told()
    {
        var report = new PerfBenchmark("import").CompareWith(new PerfBenchmark("import").Record("time", 1, "s").ToBaseline());
        Assert.Equal(PerfOutcome.NotMeasured, report.Metrics.Single().Outcome);
    }

    [Fact]
    public void A_new_metric_is_told()
    {
        var report = new PerfBenchmark("import").Record("time", 1, "s").CompareWith(new PerfBenchmark("import").ToBaseline());
        Assert.Equal(PerfOutcome.NoBaseline, report.Metrics.Single().Outcome);
    }

    [Fact]
    public void Another_unit_is_not_compared()
    {
        var report = new PerfBenchmark("import").Record("time", 1, "s").CompareWith(new PerfBenchmark("import").Record("time", 1_000, "ms").ToBaseline());
        Assert.Equal((PerfOutcome.Inconclusive, "in 'ms', Lower being better, at the baseline: not comparable"), Verdict(report.Metrics.Single()));
    }

    [Fact]
    public void In_another_environment_nothing_fails()
    {
        var report = new PerfBenchmark("import", "staging").Record("time", 2, "s").CompareWith(new PerfBenchmark("import", "laptop").Record("time", 1, "s").ToBaseline());
        Assert.Equal((PerfOutcome.Inconclusive, "100 % worse (single values), but the baseline is of another environment: laptop"), Verdict(report.Metrics.Single()));
    }

    [Fact]
    public void The_same_distribution_hardly_ever_fails()
    {
        // Fixed seeds. Heavy-tailed samples of one distribution, of which some medians differ by 15 % and more.
        var random = new Random(11);
        double[] Draw() => [.. Enumerable.Range(0, 15).Select(_ => Math.Exp(random.NextDouble() * 2))];
        var outcomes = Enumerable.Range(0, 2_000).Select(_ => Compare(Draw(), Draw()).Outcome).ToArray();
        Assert.Equal(0, outcomes.Count(outcome => outcome == PerfOutcome.Failed));
        Assert.True(outcomes.Count(outcome => outcome == PerfOutcome.Inconclusive) > 200);
    }

    [Fact]
    public void What_is_the_same_passes() =>
        Gen.Double[0, 1e9].Array[1, 100].Sample(values => Compare(values, values) is { Outcome: PerfOutcome.Pass, WorseBy: 0 });

    [Fact]
    public void The_order_of_samples_is_no_matter() =>
        Gen.Select(Gen.Double[1, 100].Array[1, 50], Gen.Double[1, 100].Array[1, 50]).Sample((then, now) => Verdict(Compare(then, now)) == Verdict(Compare([.. then.Reverse()], [.. now.Order()])));

    private static (PerfOutcome, string) Verdict(MetricComparison metric) => (metric.Outcome, metric.Reason);

    private static MetricComparison Compare(double[] then, double[] now, Better better = Better.Lower) =>
        new PerfBenchmark("a benchmark").RecordSamples("a metric", now, "ms", better)
            .CompareWith(new PerfBenchmark("a benchmark").RecordSamples("a metric", then, "ms", better).ToBaseline()).Metrics.Single();

    /// <summary>Evenly spread over ± the given distance.</summary>
    private static double[] Around(double center, double distance, int count) =>
        [.. Enumerable.Range(0, count).Select(i => count == 1 ? center : center - distance + (2 * distance * i / (count - 1)))];
}
