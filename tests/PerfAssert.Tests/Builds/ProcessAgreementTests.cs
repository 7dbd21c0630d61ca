using CsCheck;
using PerfAssert.Builds;

namespace PerfAssert.Tests.Builds;

public class ProcessAgreementTests
{
    [Theory]
    [InlineData(new[] { 1.0, 1.02, 0.99 }, PerfOutcome.Pass)]
    [InlineData(new[] { 1.06, 1.07, 1.08 }, PerfOutcome.Info)]
    [InlineData(new[] { 1.11, 1.12, 1.13 }, PerfOutcome.Warning)]
    [InlineData(new[] { 1.18, 1.2, 1.22 }, PerfOutcome.Failed)]
    [InlineData(new[] { 0.8, 0.82, 0.85 }, PerfOutcome.Improved)]
    public void What_all_processes_see_is_judged_by_their_median(double[] ratios, PerfOutcome outcome) => Assert.Equal(outcome, Judge(ratios).Outcome);

    [Theory]
    [InlineData(1.2, PerfSeverity.High)]
    [InlineData(1.3, PerfSeverity.Critical)]
    public void A_quarter_slower_is_critical(double ratio, PerfSeverity severity) => Assert.Equal(severity, Judge(ratio, ratio, ratio).Severity);

    [Fact]
    public void What_one_process_does_not_see_is_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, Judge(1.2, 1.21, 1.03).Outcome);

    [Fact]
    public void What_one_process_is_not_sure_of_is_a_doubt() =>
        Assert.Equal(PerfOutcome.Inconclusive, ProcessAgreement.Judge([Process(1.2), Process(1.2), Process(1.2, width: 0.25)]).Outcome);

    [Fact]
    public void An_improvement_that_one_process_is_not_sure_of_is_none() =>
        Assert.Equal(PerfOutcome.Pass, ProcessAgreement.Judge([Process(0.9), Process(0.9), Process(0.9, width: 0.15)]).Outcome);

    [Fact]
    public void Two_processes_are_too_few() => Assert.Equal(PerfOutcome.Inconclusive, Judge(1.5, 1.5).Outcome);

    [Fact]
    public void What_a_process_could_not_compare_was_not_measured() =>
        Assert.Equal((PerfOutcome.NotMeasured, "a reason"), ProcessAgreement.Judge([Process(1.5), new BuildComparison("key", "name") { NotMeasured = "a reason" }, Process(1.5)]) is var verdict ? (verdict.Outcome, verdict.Reason) : default);

    [Fact]
    public void Nothing_fails_while_one_process_sees_less_than_a_warning() =>
        Gen.Select(Gen.Double[0.5, 1.0999], Gen.Double[0.5, 3], Gen.Double[0.5, 3], Gen.Double[0.5, 3]).Sample((one, a, b, c) => Judge(one, a, b, c).Outcome != PerfOutcome.Failed);

    [Fact]
    public void The_order_of_processes_says_nothing() =>
        Gen.Double[0.5, 2].Array[3, 7].Sample(ratios => Judge(ratios).Outcome == Judge([.. ratios.Reverse()]).Outcome);

    private static (PerfOutcome Outcome, PerfSeverity Severity, double? Ratio, string Reason) Judge(params double[] ratios) => ProcessAgreement.Judge([.. ratios.Select(ratio => Process(ratio))]);

    private static BuildComparison Process(double ratio, double width = 0.01) => new("key", "name") { Time = new TimeRatio(ratio, ratio - width, ratio + width) };
}
