namespace PerfAssert.Statistics;

/// <summary>
/// Which of a sample's order statistics a distribution's quantile surely is not below, or not above. Assumes that the values are independent,
/// and nothing about their distribution: how many of n values are at most the true q-quantile is binomial with probability q (David and
/// Nagaraja, Order Statistics, 2003, section 7.1).
/// </summary>
internal static class QuantileBounds
{
    /// <summary>The rank, from 1, of the largest value that is above the true quantile with at most the given risk; 0 where there are too few values for any.</summary>
    /// <param name="probability">Which quantile, above 0 and below 1.</param>
    /// <param name="count">Values in the sample.</param>
    /// <param name="risk">The probability of being wrong that is put up with.</param>
    public static int LowerRank(double probability, int count, double risk)
    {
        // The value of rank r is above the quantile where fewer than r values are below it. In logarithms: (1-q)^n underflows.
        var step = Math.Log(probability) - Math.Log(1 - probability);
        var (log, sum) = (count * Math.Log(1 - probability), 0.0);
        for (var below = 0; below < count; below++)
        {
            sum += Math.Exp(log);
            if (sum > risk)
                return below;
            log += Math.Log((count - below) / (below + 1.0)) + step;
        }

        return count;
    }

    /// <summary>The rank, from 1, of the smallest value that is below the true quantile with at most the given risk; one more than there are values where these are too few for any.</summary>
    public static int UpperRank(double probability, int count, double risk) => count + 1 - LowerRank(1 - probability, count, risk);
}
