using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Verdicts;

/// <summary>
/// Samples held against a baseline. <see cref="CleanRatio"/> is the score: the lower of the ratios of minimum and first
/// quartile, over the samples beside which the machine was about as fast as at the baseline; null when too few were.
/// It never exceeds the same ratios over all samples: a fast batch is a fast batch, whatever the MIX kernel met beside it.
/// </summary>
internal sealed record TimeScore(double P25, double AllMinRatio, double AllP25Ratio, double? CleanRatio, double MixRatio)
{
    /// <summary>A sample is clean when the MIX reading beside it is at most this much over the baseline's.</summary>
    public const double CleanUpTo = 1.06;

    private const int FewestClean = 10;
    private const double FewestCleanShare = 0.05;

    /// <summary>Scores samples; there must be one at least.</summary>
    public static TimeScore Of(IReadOnlyList<BatchSample> samples, BaselineRecord baseline)
    {
        var all = Sorted(samples.Select(s => s.PerCall));
        var clean = Sorted(samples.Where(s => s.Mix <= baseline.Mix * CleanUpTo).Select(s => s.PerCall));
        // A long call gives few samples; then all of them must be clean.
        var enough = clean.Length >= Math.Min(samples.Count, Math.Max(FewestClean, samples.Count * FewestCleanShare));
        var p25 = Quantile.OfSorted(all, 0.25);
        var allScore = Math.Min(Ratio(all[0], baseline.Min), Ratio(p25, baseline.P25));
        return new TimeScore(
            p25,
            Ratio(all[0], baseline.Min),
            Ratio(p25, baseline.P25),
            enough ? Math.Min(allScore, Ratio(Quantile.OfSorted(clean, 0.25), baseline.P25)) : null,
            Quantile.Of(samples.Select(s => s.Mix), 0.25) / baseline.Mix);
    }

    /// <summary>A baseline below what can be gated counts as that: an empty body that got one is judged from there on.</summary>
    private static double Ratio(double now, double then) => now / Math.Max(then, VerdictRules.FewestNanoseconds);

    private static double[] Sorted(IEnumerable<double> values)
    {
        var array = values.ToArray();
        Array.Sort(array);
        return array;
    }
}
