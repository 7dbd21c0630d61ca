using System.Collections.Immutable;
using System.Globalization;
using PerfAssert.Statistics;
using PerfAssert.Verdicts;

namespace PerfAssert.Benchmarks;

/// <summary>
/// Recorded metrics against a baseline's, by the percentages of perf tests. The median decides. With samples on both sides a failure must
/// survive a check that assumes nothing of their distribution: the unfavourable ends of the two medians' bounds must still be a failure apart.
/// The tail is told, and never more than a warning: noise moves p95 in a quarter to two thirds of all runs of unchanged code.
/// </summary>
internal static class BenchmarkRules
{
    /// <summary>With fewer samples no bound of a median is safe.</summary>
    public const int FewestSamples = 10;

    /// <summary>Of one bound being wrong. Of ten values the lowest is above the true median once in 1,024 times.</summary>
    private const double Risk = 0.001;

    private const double InfoFrom = VerdictRules.InfoFrom - 1;
    private const double WarningFrom = VerdictRules.WarningFrom - 1;
    private const double FailFrom = VerdictRules.FailFrom - 1;
    private const double CriticalAbove = VerdictRules.CriticalAbove - 1;
    private const double ImprovedBelow = VerdictRules.ImprovedBelow - 1;

    // 0.9 and 0.1 are not exact: 15 % more than 100 must be 15 %.
    private const double Tolerance = 1e-9;

    /// <summary>Compares all metrics of either side, in ordinal order of names.</summary>
    /// <param name="then">The baseline's.</param>
    /// <param name="now">This run's.</param>
    /// <param name="otherEnvironment">The baseline's environment where it is not this one; then nothing fails.</param>
    public static ImmutableArray<MetricComparison> Compare(IReadOnlyDictionary<string, Metric> then, IReadOnlyDictionary<string, Metric> now, string? otherEnvironment) =>
        [.. then.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Select(name => Compare(then.GetValueOrDefault(name), now.GetValueOrDefault(name), otherEnvironment))];

    private static MetricComparison Compare(Metric? then, Metric? now, string? otherEnvironment)
    {
        var metric = now ?? then!;
        var comparison = new MetricComparison
        {
            Name = metric.Name,
            Unit = metric.Unit,
            Better = metric.Better,
            Outcome = PerfOutcome.NoBaseline,
            Reason = "not in the baseline",
            Then = then is null ? null : Summary(then),
            Now = now is null ? null : Summary(now),
        };
        if (now is null)
            return comparison with { Outcome = PerfOutcome.NotMeasured, Reason = "in the baseline, and not recorded by this run" };
        if (then is null)
            return comparison;
        if (then.Unit != now.Unit || then.Better != now.Better)
            return comparison with { Outcome = PerfOutcome.Inconclusive, Reason = $"in '{then.Unit}', {then.Better} being better, at the baseline: not comparable" };

        var verdict = Judge(then, now);
        var worseBy = WorseBy(comparison.Then!.P50, comparison.Now!.P50, now.Better);
        return comparison with
        {
            Outcome = verdict.Outcome == PerfOutcome.Failed && otherEnvironment is not null ? PerfOutcome.Inconclusive : verdict.Outcome,
            Severity = otherEnvironment is null ? verdict.Severity : PerfSeverity.None,
            Reason = verdict.Outcome == PerfOutcome.Failed && otherEnvironment is not null ? $"{verdict.Reason}, but the baseline is of another environment: {otherEnvironment}" : verdict.Reason,
            WorseBy = double.IsFinite(worseBy) ? worseBy : null,
        };
    }

    private static Verdict Judge(Metric then, Metric now)
    {
        var (before, after) = (Sorted(then), Sorted(now));
        var worse = WorseBy(Quantile.OfSorted(before, 0.5), Quantile.OfSorted(after, 0.5), now.Better);
        var single = before.Length == 1 && after.Length == 1;
        var verdict = ByShare(worse, single ? "single values" : "median");
        if (verdict.Outcome != PerfOutcome.Failed)
            return single ? verdict : WithTail(verdict, before, after, now.Better);
        // Single values have no noise that could be seen, and neither have samples that are all the same.
        if (single)
            return verdict;
        if (before[0] == before[^1] && after[0] == after[^1])
            return verdict with { Reason = verdict.Reason + ", no spread" };
        if (Math.Min(before.Length, after.Length) < FewestSamples)
            return Doubt(verdict, string.Create(CultureInfo.InvariantCulture, $"{before.Length} and {after.Length} samples are too few to tell it from noise: {FewestSamples} are needed on both sides"));

        var surely = now.Better == Better.Lower
            ? WorseBy(Upper(before), Lower(after), now.Better)
            : WorseBy(Lower(before), Upper(after), now.Better);
        return surely >= FailFrom - Tolerance ? verdict
            : Doubt(verdict, string.Create(CultureInfo.InvariantCulture, $"the samples scatter: for sure it is {(surely > 0 ? $"no more than {surely * 100:0} %" : "nothing at all")}"));
    }

    private static Verdict ByShare(double worse, string basis) => worse switch
    {
        > CriticalAbove + Tolerance => new(PerfOutcome.Failed, $"{Worse(worse)} ({basis})") { Severity = PerfSeverity.Critical },
        >= FailFrom - Tolerance => new(PerfOutcome.Failed, $"{Worse(worse)} ({basis})") { Severity = PerfSeverity.High },
        >= WarningFrom - Tolerance => new(PerfOutcome.Warning, $"{Worse(worse)} ({basis}; may be noise)"),
        >= InfoFrom - Tolerance => new(PerfOutcome.Info, $"{Worse(worse)} ({basis}; may be noise)"),
        < ImprovedBelow - Tolerance => new(PerfOutcome.Improved, $"{Improved(-worse)} ({basis}; may be noise)"),
        _ => new(PerfOutcome.Pass, $"within 5 % ({basis})"),
    };

    /// <summary>A tail that is a failure longer is a warning, if there are enough samples for it to be more than one outlier.</summary>
    private static Verdict WithTail(Verdict verdict, double[] before, double[] after, Better better)
    {
        if (verdict.Outcome is PerfOutcome.Warning || better == Better.Higher)
            return verdict;
        foreach (var (name, probability) in new[] { ("p99", 0.99), ("p95", 0.95) })
        {
            var worse = WorseBy(Quantile.OfSorted(before, probability), Quantile.OfSorted(after, probability), better);
            if (Math.Min(before.Length, after.Length) * (1 - probability) >= FewestSamples && worse >= FailFrom - Tolerance)
                return new Verdict(PerfOutcome.Warning, $"{name} {Worse(worse)}, which is not gated; {verdict.Reason}");
        }

        return verdict;
    }

    private static Verdict Doubt(Verdict failure, string why) => new(PerfOutcome.Inconclusive, $"{failure.Reason}, but {why}");

    /// <summary>As a share of the baseline. From nothing to something is endlessly worse, or better.</summary>
    private static double WorseBy(double then, double now, Better better)
    {
        var more = then == now ? 0 : then == 0 ? double.PositiveInfinity : (now - then) / then;
        return better == Better.Lower ? more : -more;
    }

    private static double Lower(double[] sorted) => sorted[QuantileBounds.LowerRank(0.5, sorted.Length, Risk) - 1];

    private static double Upper(double[] sorted) => sorted[QuantileBounds.UpperRank(0.5, sorted.Length, Risk) - 1];

    private static double[] Sorted(Metric metric) => [.. metric.Values.Order()];

    private static MetricSummary Summary(Metric metric)
    {
        var sorted = Sorted(metric);
        return new MetricSummary(sorted.Length, Quantile.OfSorted(sorted, 0.5), Quantile.OfSorted(sorted, 0.95), Quantile.OfSorted(sorted, 0.99));
    }

    private static string Worse(double share) => double.IsFinite(share) ? Percent(share) + " worse" : "worse, from 0";

    private static string Improved(double share) => double.IsFinite(share) ? Percent(share) + " better" : "better, from 0";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
