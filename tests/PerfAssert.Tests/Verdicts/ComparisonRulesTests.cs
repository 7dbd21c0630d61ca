using CsCheck;
using PerfAssert.Comparing;
using PerfAssert.Measuring;
using PerfAssert.Statistics;
using PerfAssert.Verdicts;

namespace PerfAssert.Tests.Verdicts;

public class ComparisonRulesTests
{
    [Fact]
    public void What_is_proven_to_be_within_the_limit_passes() => Assert.Equal(PerfOutcome.Pass, Judge((1.0, 0.98, 1.02)).Outcome);

    [Fact]
    public void What_is_proven_twice_to_be_over_the_limit_fails() => Assert.Equal(PerfOutcome.Failed, Judge((1.2, 1.15, 1.25), (1.2, 1.15, 1.25)).Outcome);

    [Fact]
    public void What_a_second_comparison_does_not_prove_is_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, Judge((1.2, 1.15, 1.25), (1.06, 1.02, 1.1)).Outcome);

    [Fact]
    public void What_a_second_comparison_disproves_is_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, Judge((1.2, 1.15, 1.25), (1.0, 0.98, 1.02)).Outcome);

    [Fact]
    public void A_limit_within_the_bounds_is_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, Judge((1.1, 1.0, 1.2)).Outcome);

    [Fact]
    public void Too_few_comparisons_are_a_doubt() => Assert.Contains("too few", Judge((3, 0, double.PositiveInfinity)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Code_that_never_settled_is_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, ComparisonRules.Judge(Comparison((1.2, 1.15, 1.25)) with { Settled = false }, null, "Old", PerfPolicy.Default).Outcome);

    [Fact]
    public void Empty_bodies_are_not_judged() =>
        Assert.Equal(PerfOutcome.Pass, ComparisonRules.Judge(Comparison((4, 3, 5), time: 1), null, "Old", PerfPolicy.Default).Outcome);

    [Theory]
    [InlineData(1.3, PerfSeverity.High)]
    [InlineData(1.4, PerfSeverity.Critical)]
    public void A_quarter_over_the_limit_is_critical(double ratio, PerfSeverity severity) => Assert.Equal(severity, Judge((ratio, ratio, ratio), (ratio, ratio, ratio)).Severity);

    [Fact]
    public void Nothing_fails_whose_lower_bound_is_within_the_limit() =>
        Gen.Select(Gen.Double[0.2, 1.05], Gen.Double[1, 4], Gen.Double[0.2, 1.05], Gen.Double[1, 4]).Sample((lower, width, second, other) =>
            Judge((lower * Math.Sqrt(width), lower, lower * width), (second * Math.Sqrt(other), second, second * other)).Outcome != PerfOutcome.Failed);

    private static Verdict Judge((double Ratio, double Lower, double Upper) first, (double Ratio, double Lower, double Upper)? second = null) =>
        ComparisonRules.Judge(Comparison(first), second is { } confirmation ? Comparison(confirmation) : null, "Old", PerfPolicy.Default);

    private static Comparison Comparison((double Ratio, double Lower, double Upper) ratio, double time = 1_000) => new()
    {
        Pairs = [new PairSample(time, time)],
        PairsPerBlock = 1,
        Ratio = new RatioEstimate(ratio.Ratio, ratio.Lower, ratio.Upper, 20),
        Subject = Latency.From([time], []),
        Reference = Latency.From([time], []),
        SubjectAllocation = new Allocation(0, true),
        ReferenceAllocation = new Allocation(0, true),
        Settled = true,
        Elapsed = TimeSpan.FromSeconds(1),
    };
}
