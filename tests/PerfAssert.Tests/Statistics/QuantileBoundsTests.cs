using CsCheck;
using PerfAssert.Statistics;

namespace PerfAssert.Tests.Statistics;

public class QuantileBoundsTests
{
    private const double Risk = 0.001;

    private static readonly Gen<(double Probability, int Count)> Cases = Gen.Select(Gen.Double[0.01, 0.99], Gen.Int[1, 5_000]);

    [Fact]
    public void The_bounds_lie_around_the_sample_s_own_quantile() =>
        Cases.Sample(c => QuantileBounds.LowerRank(c.Probability, c.Count, Risk) <= Math.Ceiling(c.Probability * c.Count) && QuantileBounds.UpperRank(c.Probability, c.Count, Risk) >= Math.Floor(c.Probability * c.Count));

    [Fact]
    public void Ranks_are_ranks_or_say_that_there_is_none() =>
        Cases.Sample(c => QuantileBounds.LowerRank(c.Probability, c.Count, Risk) >= 0 && QuantileBounds.UpperRank(c.Probability, c.Count, Risk) <= c.Count + 1);

    [Fact]
    public void A_smaller_risk_takes_wider_bounds() =>
        Cases.Sample(c => QuantileBounds.LowerRank(c.Probability, c.Count, Risk / 10) <= QuantileBounds.LowerRank(c.Probability, c.Count, Risk));

    // Tables of the sign test: of 10 values, none is below the median once in 1,024 times.
    [Theory]
    [InlineData(0.5, 10, 0.001, 1, 10)]
    [InlineData(0.5, 9, 0.001, 0, 10)]
    [InlineData(0.5, 5, 0.03125, 1, 5)]
    [InlineData(0.5, 20, 0.025, 6, 15)]
    [InlineData(0.95, 3, 0.001, 1, 4)]
    [InlineData(0.99, 100, 0.001, 95, 101)]
    public void The_ranks_are_those_of_the_binomial_distribution(double probability, int count, double risk, int lower, int upper) =>
        Assert.Equal((lower, upper), (QuantileBounds.LowerRank(probability, count, risk), QuantileBounds.UpperRank(probability, count, risk)));

    [Fact]
    public void The_risk_is_kept_in_a_simulation()
    {
        // A fixed seed: the share of samples whose bound is above the true median, 0.5, is the same in every run.
        var random = new Random(7);
        var wrong = Enumerable.Range(0, 10_000).Count(_ =>
        {
            var values = Enumerable.Range(0, 30).Select(_ => random.NextDouble()).Order().ToArray();
            return values[QuantileBounds.LowerRank(0.5, 30, 0.05) - 1] > 0.5;
        });
        Assert.InRange(wrong / 10_000.0, 0.02, 0.055);
    }

    [Fact]
    public void Very_many_values_do_not_underflow() => Assert.InRange(QuantileBounds.LowerRank(0.99, 100_000, Risk), 98_880, 98_925);
}
