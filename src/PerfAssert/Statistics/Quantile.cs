namespace PerfAssert.Statistics;

/// <summary>
/// Empirical quantiles with linear interpolation between order statistics
/// (Hyndman and Fan 1996, type 7: the definition of R, NumPy and Excel).
/// Assumes nothing about the distribution.
/// </summary>
internal static class Quantile
{
    /// <summary>The quantile at <paramref name="probability"/> (0 to 1) of values sorted ascending.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside 0 to 1.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs at least one value.", nameof(sorted));
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");

        var position = probability * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        var fraction = position - below;
        // Rounding may carry it out of [a, b] by one bit.
        return fraction == 0 ? sorted[below] : Math.Clamp((sorted[below] * (1 - fraction)) + (sorted[above] * fraction), sorted[below], sorted[above]);
    }

    /// <summary>The same for values in any order; the argument is left as it is.</summary>
    public static double Of(IEnumerable<double> values, double probability)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }
}
