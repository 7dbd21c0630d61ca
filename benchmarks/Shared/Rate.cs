using System.Globalization;

namespace PerfTooling.Benchmarks;

/// <summary>A share of trials, with the bound that says how much it may be worth.</summary>
internal readonly record struct Rate(int Hits, int Trials)
{
    /// <summary>
    /// The highest rate with which so few hits would still happen in one study of twenty: Clopper and Pearson's upper bound
    /// (Biometrika 26, 1934), found by halving.
    /// </summary>
    public double Upper
    {
        get
        {
            if (Trials == 0 || Hits == Trials)
                return 1;
            var (low, high) = (0.0, 1.0);
            for (var i = 0; i < 60; i++)
            {
                var middle = (low + high) / 2;
                if (AtMostHits(middle) > 0.05)
                    low = middle;
                else
                    high = middle;
            }

            return high;
        }
    }

    /// <summary>For example "0 of 300 (0.0 %, at most 1.0 %)".</summary>
    public override string ToString() => Trials == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Hits:#,0} of {Trials:#,0} ({100.0 * Hits / Trials:0.0#} %, at most {Upper * 100:0.0#} %)");

    /// <summary>The share alone.</summary>
    public string Share => Trials == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * Hits / Trials:0.#} %");

    private double AtMostHits(double probability)
    {
        var logarithm = Trials * Math.Log(1 - probability);
        var sum = Math.Exp(logarithm);
        for (var k = 1; k <= Hits; k++)
        {
            logarithm += Math.Log((Trials - k + 1.0) / k) + Math.Log(probability / (1 - probability));
            sum += Math.Exp(logarithm);
        }

        return sum;
    }
}
