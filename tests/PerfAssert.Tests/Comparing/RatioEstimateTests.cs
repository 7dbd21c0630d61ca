using CsCheck;
using PerfAssert.Comparing;

namespace PerfAssert.Tests.Comparing;

public class RatioEstimateTests
{
    [Fact]
    public void Is_how_much_longer_the_subject_takes() =>
        Gen.Select(Gen.Double[1, 1e9], Gen.Double[0.1, 10], Gen.Int[1, 400], Gen.Int[1, 16]).Sample((time, ratio, pairs, size) =>
            Math.Abs(RatioEstimate.Of(Pairs(pairs, _ => time * ratio, _ => time), size).Ratio / ratio - 1) < 1e-9);

    [Fact]
    public void Does_not_see_a_slow_phase_that_meets_both_sides() =>
        Assert.Equal(1, RatioEstimate.Of(Pairs(400, Phase, Phase), 8).Ratio, 9);

    [Fact]
    public void Does_not_see_batches_that_something_disturbed() =>
        Assert.Equal(1, RatioEstimate.Of(Pairs(400, i => i % 3 == 0 ? 1_700 : 1_000, _ => 1_000), 16).Ratio, 9);

    [Fact]
    public void Says_nothing_of_bounds_where_there_are_too_few_blocks() =>
        Assert.Equal((0, double.PositiveInfinity), (RatioEstimate.Of(Pairs(79, _ => 1, _ => 1), 8).Lower, RatioEstimate.Of(Pairs(79, _ => 1, _ => 1), 8).Upper));

    [Fact]
    public void Inverted_is_the_estimate_with_both_sides_swapped() =>
        Gen.Select(Gen.Double[1, 1e3].Array[1, 200], Gen.Double[1, 1e3].Array[1, 200], Gen.Int[1, 16]).Sample((one, other, size) =>
        {
            var count = Math.Min(one.Length, other.Length);
            var (there, back) = (RatioEstimate.Of(Pairs(count, i => one[i], i => other[i]), size).Inverted(), RatioEstimate.Of(Pairs(count, i => other[i], i => one[i]), size));
            // The median of an even number of ratios is the mean of two of them, of which the inverse is another.
            return Same(there.Lower, back.Lower) && Same(there.Upper, back.Upper) && (there.Blocks % 2 == 0 || Same(there.Ratio, back.Ratio));
        });

    private static bool Same(double one, double other) => one == other || Math.Abs(one / other - 1) < 1e-9;

    private static double Phase(int pair) => pair is > 100 and < 300 ? 1_900 : 1_000;

    private static PairSample[] Pairs(int count, Func<int, double> subject, Func<int, double> reference) =>
        [.. Enumerable.Range(0, count).Select(i => new PairSample(subject(i), reference(i)))];
}
