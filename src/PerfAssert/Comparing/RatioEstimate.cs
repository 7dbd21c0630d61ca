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

    /// <summary>How much longer the other body takes.</summary>
    public RatioEstimate Inverted() => new(1 / Ratio, 1 / Upper, 1 / Lower, Blocks);

    /// <summary>Estimates; the bounds are 0 and infinity where there are too few blocks. There must be a whole block at least.</summary>
    public static RatioEstimate Of(IReadOnlyList<PairSample> pairs, int pairsPerBlock)
    {
        var ratios = new double[Math.Max(1, pairs.Count / pairsPerBlock)];
        for (var block = 0; block < ratios.Length; block++)
        {
            var own = pairs.Skip(block * pairsPerBlock).Take(pairsPerBlock).ToArray();
            ratios[block] = Quantile.Of(own.Select(pair => pair.Subject), 0.25) / Quantile.Of(own.Select(pair => pair.Reference), 0.25);
        }

        Array.Sort(ratios);
        var rank = QuantileBounds.LowerRank(0.5, ratios.Length, MissRate / 2);
        return new RatioEstimate(Quantile.OfSorted(ratios, 0.5), rank == 0 ? 0 : ratios[rank - 1], rank == 0 ? double.PositiveInfinity : ratios[^rank], ratios.Length);
    }
}
