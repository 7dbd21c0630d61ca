using PerfAssert.Statistics;

namespace PerfAssert.Comparing;

/// <summary>
/// How much longer one body takes than another: the median, over blocks of neighbouring pairs, of quartile over quartile. Noise only ever adds time, so the first quartile is a
/// truer figure than the median of batches, and a block is too short for the machine to change under one side only.
/// </summary>
/// <param name="Ratio">The estimate: above 1, the subject is slower.</param>
/// <param name="Lower">The ratio is no less than this.</param>
/// <param name="Upper">The ratio is no more than this.</param>
/// <param name="Blocks">How many blocks it rests on.</param>
internal sealed record RatioEstimate(double Ratio, double Lower, double Upper, int Blocks)
{
    /// <summary>The probability that one look's bounds miss.</summary>
    public const double MissRate = 0.001;

    /// <summary>Estimates; the bounds are 0 and infinity where there are too few blocks. There must be a whole block at least.</summary>
    public static RatioEstimate Of(IReadOnlyList<PairSample> pairs, int pairsPerBlock)
    {
        // More blocks than that say no more: neighbours are brought together.
        var size = Math.Max(pairsPerBlock, (pairs.Count + MedianBounds.MostValues - 1) / MedianBounds.MostValues);
        var ratios = new double[Math.Max(1, pairs.Count / size)];
        for (var block = 0; block < ratios.Length; block++)
        {
            var own = pairs.Skip(block * size).Take(size).ToArray();
            ratios[block] = Quantile.Of(own.Select(pair => pair.Subject), 0.25) / Quantile.Of(own.Select(pair => pair.Reference), 0.25);
        }

        Array.Sort(ratios);
        var bounds = MedianBounds.Of(ratios, MissRate);
        return new RatioEstimate(Quantile.OfSorted(ratios, 0.5), bounds?.Lower ?? 0, bounds?.Upper ?? double.PositiveInfinity, ratios.Length);
    }
}
