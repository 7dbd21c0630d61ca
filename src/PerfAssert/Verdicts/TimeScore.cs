using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Verdicts;

/// <summary>One reading held against a baseline.</summary>
/// <param name="P25">First quartile of the batches, in nanoseconds.</param>
/// <param name="Fastest">The fastest batch, in nanoseconds.</param>
/// <param name="MinRatio">The fastest batch over the baseline's: what the code got slower by, for noise only ever adds time.</param>
/// <param name="P25Ratio">The same of the first quartiles.</param>
/// <param name="MixRatio">How much slower the machine was, by the MIX readings.</param>
internal sealed record TimeScore(double P25, double Fastest, double MinRatio, double P25Ratio, double MixRatio)
{
    /// <summary>A batch is calm when the MIX reading beside it is at most this much over the baseline's.</summary>
    public const double CleanUpTo = 1.06;

    /// <summary>The lower of the two ratios: what is fine by one of them is fine.</summary>
    public double Lower => Math.Min(MinRatio, P25Ratio);

    /// <summary>Scores samples; there must be one at least.</summary>
    public static TimeScore Of(IReadOnlyList<BatchSample> samples, BaselineRecord baseline)
    {
        var sorted = samples.Select(sample => sample.PerCall).ToArray();
        Array.Sort(sorted);
        var p25 = Quantile.OfSorted(sorted, 0.25);
        return new TimeScore(p25, sorted[0], Ratio(sorted[0], baseline.Min), Ratio(p25, baseline.P25), Quantile.Of(samples.Select(sample => sample.Mix), 0.25) / baseline.Mix);
    }

    /// <summary>A baseline below what can be gated counts as that: an empty body that got one is judged from there on.</summary>
    private static double Ratio(double now, double then) => now / Math.Max(then, VerdictRules.FewestNanoseconds);
}
