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

    [Fact]
    public void What_two_copies_of_one_build_show_as_well_is_a_doubt() =>
        Assert.Equal(PerfOutcome.Inconclusive, ProcessAgreement.Judge([Process(1.2), Process(1.2), Process(1.2) with { Control = new TimeRatio(0.88, 0.87, 0.89) }]).Outcome);

    [Fact]
    public void What_had_not_settled_is_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, ProcessAgreement.Judge([Process(1.2), Process(1.2) with { Settled = false }, Process(1.2)]).Outcome);

    [Fact]
    public void Eight_bytes_more_in_every_process_fail() => Assert.Equal((PerfOutcome.Failed, PerfSeverity.High), Bytes(96, 104) is var verdict ? (verdict.Outcome, verdict.Severity) : default);

    [Fact]
    public void More_bytes_of_code_that_had_not_settled_are_a_doubt() =>
        Assert.Equal(PerfOutcome.Inconclusive, ProcessAgreement.Judge([WithBytes(96, 104), WithBytes(96, 104) with { Settled = false }, WithBytes(96, 104)]).Outcome);

    [Fact]
    public void Bytes_of_asynchronous_code_may_vary() => Assert.Equal(PerfOutcome.Pass, Bytes(96, 296, exact: false).Outcome);

    [Fact]
    public void Bytes_that_one_process_does_not_count_are_noise() =>
        Assert.Equal(PerfOutcome.Pass, ProcessAgreement.Judge([WithBytes(96, 104), WithBytes(96, 104), WithBytes(96, 96)]).Outcome);

    [Fact]
    public void Fewer_bytes_are_an_improvement() => Assert.Equal((PerfOutcome.Improved, "allocates 48 B a call, 96 B before; 1.00× of before (1.00, 1.00, 1.00)"), Bytes(96, 48) is var verdict ? (verdict.Outcome, verdict.Reason) : default);

    [Fact]
    public void One_more_command_fails() =>
        Assert.Equal((PerfOutcome.Failed, "2 SQL commands a call, 1 before; 1.00× of before (1.00, 1.00, 1.00)"), ProcessAgreement.Judge([Sql(1, 2), Sql(1, 2), Sql(1, 2)]) is var verdict ? (verdict.Outcome, verdict.Reason) : default);

    [Fact]
    public void Of_two_failures_the_worse_is_told() => Assert.Equal(PerfSeverity.Critical, ProcessAgreement.Judge([.. Enumerable.Repeat(Process(1.4) with { AllocatedBytes = (96, 104), AllocatedExactly = true }, 3)]).Severity);

    private static BuildVerdict Bytes(double before, double now, bool exact = true) => ProcessAgreement.Judge([.. Enumerable.Repeat(WithBytes(before, now, exact), 3)]);

    private static BuildComparison WithBytes(double before, double now, bool exact = true) => Process(1) with { AllocatedBytes = (before, now), AllocatedExactly = exact };

    private static BuildComparison Sql(long before, long now) => Process(1) with { Facts = new Dictionary<string, (long Before, long Now)> { ["sqlCommands"] = (before, now) } };

    private static BuildVerdict Judge(params double[] ratios) => ProcessAgreement.Judge([.. ratios.Select(ratio => Process(ratio))]);

    private static BuildComparison Process(double ratio, double width = 0.01) => new("key", "name") { Time = new TimeRatio(ratio, ratio - width, ratio + width) };
}
