using System.Globalization;
using PerfAssert.Comparing;

namespace PerfAssert.Verdicts;

/// <summary>
/// A comparison held against the greatest ratio a test allows. Fails where both a first and a second comparison prove that the ratio is over it, passes
/// where it is proven not to be, and is inconclusive while the limit lies within the bounds.
/// </summary>
internal static class ComparisonRules
{
    /// <summary>Whether more pairs would change nothing.</summary>
    public static bool IsClear(RatioEstimate ratio, double maxRatio) => ratio.Upper <= maxRatio || ratio.Lower > maxRatio;

    /// <summary>Judges the time; <paramref name="confirmation"/> is the second comparison, when the first would fail.</summary>
    public static Verdict Judge(Comparison comparison, Comparison? confirmation, string reference, PerfPolicy policy)
    {
        if (Math.Min(comparison.Subject.P25, comparison.Reference.P25) < VerdictRules.FewestNanoseconds)
            return new Verdict(PerfOutcome.Pass, string.Create(CultureInfo.InvariantCulture, $"time is not gated below {VerdictRules.FewestNanoseconds} ns a call (is a body empty?)"));

        var first = Judge(comparison.Ratio, reference, policy.MaxRatio);
        if (first.Outcome != PerfOutcome.Failed)
            return first;
        if (!comparison.Settled && confirmation?.Settled != true)
            return Doubt(first, "its speed had not settled when warm-up ended");
        if (confirmation is null)
            return first;

        var second = Judge(confirmation.Ratio, reference, policy.MaxRatio);
        if (second.Outcome != PerfOutcome.Failed)
            return Doubt(second, string.Create(CultureInfo.InvariantCulture, $"a first comparison said {comparison.Ratio.Ratio:0.00} times"));
        return second.TimeRatio < first.TimeRatio ? second : first;
    }

    private static Verdict Judge(RatioEstimate ratio, string reference, double maxRatio)
    {
        var times = string.Create(CultureInfo.InvariantCulture, $"{ratio.Ratio:0.00} times as long as {reference}");
        var verdict = new Verdict(PerfOutcome.Pass, times) { TimeRatio = ratio.Ratio, Threshold = maxRatio };
        if (ratio.Upper <= maxRatio)
            return verdict;
        var limit = string.Create(CultureInfo.InvariantCulture, $"{nameof(PerfPolicy.MaxRatio)} = {maxRatio:0.###}");
        if (ratio.Lower > maxRatio)
        {
            return verdict with
            {
                Outcome = PerfOutcome.Failed,
                Severity = ratio.Ratio / maxRatio > VerdictRules.CriticalAbove ? PerfSeverity.Critical : PerfSeverity.High,
                Reason = $"takes {times}, over the limit of {limit}",
            };
        }

        return double.IsPositiveInfinity(ratio.Upper)
            ? verdict with { Outcome = PerfOutcome.Inconclusive, Reason = string.Create(CultureInfo.InvariantCulture, $"looked {times}, but {ratio.Blocks} comparisons are too few: a call takes too long") }
            : verdict with { Outcome = PerfOutcome.Inconclusive, Reason = string.Create(CultureInfo.InvariantCulture, $"{times}, give or take ({ratio.Lower:0.00} to {ratio.Upper:0.00}), which leaves {limit} open") };
    }

    private static Verdict Doubt(Verdict verdict, string why) =>
        verdict with { Outcome = PerfOutcome.Inconclusive, Severity = PerfSeverity.None, Reason = $"{verdict.Reason}; {why}" };
}
