using PerfAssert.Baselines;
using PerfAssert.Loads;
using PerfAssert.Verdicts;

namespace PerfAssert.Tests.Loads.Judging;

public sealed class LoadBaselineRulesTests
{
    private const string Profile = "100/s for 30 s";

    [Theory]
    [InlineData(0.90, PerfOutcome.Improved)]
    [InlineData(1.04, PerfOutcome.Pass)]
    [InlineData(1.07, PerfOutcome.Info)]
    [InlineData(1.12, PerfOutcome.Warning)]
    public void A_median_that_is_no_failure_is_graded_after_one_run(double ratio, PerfOutcome outcome) => Assert.Equal(outcome, Judge(Of(ratio)).Outcome);

    [Fact]
    public void A_median_that_is_twice_as_slow_in_two_runs_fails() =>
        Assert.Equal((PerfOutcome.Failed, PerfSeverity.Critical, "the median is 101 % slower than the baseline"), Judge(Of(2.01), Of(2.03)) is var verdict ? (verdict.Outcome, verdict.Severity, verdict.Reason) : default);

    [Theory]
    [InlineData(1.16)]
    [InlineData(1.99)]
    public void A_median_that_equal_code_may_have_is_a_doubt_after_one_run(double ratio) =>
        Assert.Equal(PerfOutcome.Inconclusive, Judge(Of(ratio)).Outcome);

    [Fact]
    public void A_failure_that_the_second_run_does_not_have_passes_and_says_so() =>
        Assert.Equal((PerfOutcome.Pass, "within 5 % of the baseline; a first run of 2.40× was not confirmed"), Judge(Of(2.4), Of(1.02)) is var verdict ? (verdict.Outcome, verdict.Reason) : default);

    [Fact]
    public void Two_runs_that_differ_by_as_much_are_a_doubt() =>
        Assert.Equal("the median looked 118 % slower, but two runs differ by as much (2.18× and 3.60×)", Judge(Of(2.18), Of(3.6)).Reason);

    [Fact]
    public void A_slow_machine_is_a_doubt() =>
        Assert.Equal("the median looked 130 % slower, but the machine itself was 20 % slower than at the baseline", Judge(36_000, Of(2.3), Of(2.3)).Reason);

    [Fact]
    public void Of_two_runs_one_on_a_machine_that_was_not_slow_is_enough() => Assert.Equal(
        PerfOutcome.Failed,
        LoadBaselineRules.Judge([MakeLoad.Reading(Of(2.3), 36_000), MakeLoad.Reading(Of(2.3), 30_000)], Profile, MakeLoad.Baseline(), MakeLoad.Machine).Outcome);

    [Fact]
    public void A_tail_that_is_as_it_was_is_a_doubt() =>
        Assert.EndsWith("the baseline seems to be of a lucky moment; record it anew", Judge(MakeLoad.Run(2.02e6, p95: 2.05e6), MakeLoad.Run(2.02e6, p95: 2.05e6)).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_tail_alone_is_told_and_no_warning() => Assert.Equal(
        (PerfOutcome.Info, "p95 is 1.50× the baseline's, while the median is 1.00× (may be noise)"), Judge(MakeLoad.Run(1e6, p95: 3e6)) is var verdict ? (verdict.Outcome, verdict.Reason) : default);

    [Fact]
    public void A_tail_does_not_hide_that_the_median_warns() => Assert.Equal(PerfOutcome.Warning, Judge(MakeLoad.Run(1.12e6, p95: 3e6)).Outcome);

    [Fact]
    public void A_faster_machine_is_no_improvement() => Assert.Equal(PerfOutcome.Pass, Judge(20_000, Of(0.7)).Outcome);

    [Fact]
    public void Too_few_requests_are_a_doubt() =>
        Assert.Equal("99 requests are too few to compare: 100 are needed", Judge(MakeLoad.Run(9e6, requests: 99)).Reason);

    [Fact]
    public void Another_load_is_not_compared() =>
        Assert.Equal("the baseline was recorded under another load (50/s for 30 s)", Judge(MakeLoad.Baseline(profile: "50/s for 30 s"), Of(3)).Reason);

    [Fact]
    public void Another_machine_is_not_compared() => Assert.Equal(
        PerfOutcome.NoBaseline,
        LoadBaselineRules.Judge([MakeLoad.Reading(Of(3))], Profile, MakeLoad.Baseline(), Make.Machine(cpu: "Other CPU")).Outcome);

    [Fact]
    public void The_figures_of_single_calls_are_not_compared() =>
        Assert.Equal("the baseline is of single calls: this was no load test then", Judge(Make.Entry(Make.Record()), Of(3)).Reason);

    private static LoadMeasurement Of(double ratio) => MakeLoad.Run(ratio * 1e6);

    private static Verdict Judge(params LoadMeasurement[] runs) => Judge(30_000, runs);

    private static Verdict Judge(double mix, params LoadMeasurement[] runs) =>
        LoadBaselineRules.Judge([.. runs.Select(run => MakeLoad.Reading(run, mix))], Profile, MakeLoad.Baseline(), MakeLoad.Machine);

    private static Verdict Judge(BaselineEntry entry, LoadMeasurement run) => LoadBaselineRules.Judge([MakeLoad.Reading(run)], Profile, entry, MakeLoad.Machine);
}
