using CsCheck;
using PerfAssert.Statistics;

namespace PerfAssert.Tests.Statistics;

public class QuantileTests
{
    private static readonly Gen<double[]> Values = Gen.Double[1e-9, 1e12].Array[1, 200];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.95, 3.85)]
    [InlineData(1, 4)]
    public void Interpolates_between_order_statistics_as_R_and_NumPy_do(double probability, double expected) =>
        Assert.Equal(expected, Quantile.Of([4, 1, 3, 2], probability), 12);

    [Fact]
    public void Never_leaves_the_range_of_its_values() =>
        Gen.Select(Values, Gen.Double[0, 1]).Sample((values, p) =>
        {
            var quantile = Quantile.Of(values, p);
            return values.Min() <= quantile && quantile <= values.Max();
        });

    [Fact]
    public void Never_falls_when_the_probability_grows() =>
        Gen.Select(Values, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((values, p, q) =>
            Quantile.Of(values, Math.Min(p, q)) <= Quantile.Of(values, Math.Max(p, q)) * (1 + 1e-12));

    [Fact]
    public void Does_not_depend_on_the_order_of_its_values() =>
        Values.Sample(values => Quantile.Of(values, 0.25) == Quantile.Of(values.Reverse(), 0.25));

    [Fact]
    public void Of_nothing_is_an_error() => Assert.Throws<ArgumentException>(() => Quantile.Of([], 0.5));

    [Fact]
    public void Of_a_probability_outside_0_to_1_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1], double.NaN));
}
