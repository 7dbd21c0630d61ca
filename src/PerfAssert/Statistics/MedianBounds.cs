namespace PerfAssert.Statistics;

/// <summary>
/// Bounds on a median that assume nothing about the distribution: two order statistics. How many of n values lie below the median follows
/// the binomial distribution with probability ½, whatever the values are (David and Nagaraja, Order Statistics, 3rd edition, section 7.1).
/// </summary>
internal static class MedianBounds
{
    /// <summary>From here on ½ to the power of n is no longer a number.</summary>
    public const int MostValues = 1_000;

    /// <summary>The narrowest such bounds that miss the median with at most the given probability; null where there are too few values for any.</summary>
    /// <param name="sorted">The values, ascending; up to <see cref="MostValues"/>.</param>
    /// <param name="missRate">The probability, above 0 and below 1, that the median lies outside.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many values.</exception>
    public static (double Lower, double Upper)? Of(ReadOnlySpan<double> sorted, double missRate)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sorted.Length, MostValues);
        if (sorted.IsEmpty)
            return null;

        // P(at most k - 1 values below the median), both sides, for the largest k that is still rare enough.
        var chance = Math.Pow(0.5, sorted.Length);
        var below = 0.0;
        var k = 0;
        while (k < sorted.Length / 2 && 2 * (below + chance) <= missRate)
        {
            below += chance;
            chance *= (sorted.Length - k) / (k + 1.0);
            k++;
        }

        return k == 0 ? null : (sorted[k - 1], sorted[^k]);
    }
}
