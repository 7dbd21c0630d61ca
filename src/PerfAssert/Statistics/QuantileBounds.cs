namespace PerfAssert.Statistics;

/// <summary>
/// Between which of a sample's quantiles a distribution's quantile surely lies. Distribution-free: how many of n values fall below the true
/// q-quantile is binomial with probability q, so bounds of that proportion are bounds of the quantile. The proportion's bounds are
/// Wilson's score interval (1927), which unlike the plain normal one holds for few values and for q near 1.
/// </summary>
internal static class QuantileBounds
{
    /// <summary>Standard deviations: each side is missed once in about 740 times.</summary>
    private const double Z = 3;

    /// <summary>The level, from 0 to 1, of the sample's quantile that is surely not above the true one.</summary>
    /// <param name="probability">Which quantile of the distribution, from 0 to 1.</param>
    /// <param name="count">Values in the sample, one at least.</param>
    public static double LowerLevel(double probability, int count) => Level(probability, count, -1);

    /// <summary>The level of the sample's quantile that is surely not below the true one.</summary>
    public static double UpperLevel(double probability, int count) => Level(probability, count, 1);

    private static double Level(double probability, int count, int side)
    {
        const double Z2 = Z * Z;
        var center = probability + (Z2 / (2 * count));
        var half = Z * Math.Sqrt((probability * (1 - probability) / count) + (Z2 / (4.0 * count * count)));
        return Math.Clamp((center + (side * half)) / (1 + (Z2 / count)), 0, 1);
    }
}
