using PerfAssert.Baselines;
using PerfAssert.Loads;
using PerfAssert.Verdicts;

namespace PerfAssert.Tests.Loads.Judging;

public sealed class LoadRulesTests
{
    private const string Saturated = "arrivals started 80 ms late";

    [Fact]
    public void As_fast_as_the_baseline_it_passes() =>
        Assert.Equal((PerfOutcome.Pass, "within 5 % of the baseline"), Told(MakeLoad.Baseline(), MakeLoad.Run()));

    [Fact]
    public void One_request_that_failed_fails_it() => Assert.Equal(
        (PerfOutcome.Failed, "1 of 3,000 requests failed, most of them by status 503: what it said"), Told(MakeLoad.Baseline(), MakeLoad.Failing(("status 503", 1))));

    [Fact]
    public void Errors_that_are_allowed_pass() =>
        Assert.Equal(PerfOutcome.Pass, Judge(MakeLoad.Plan with { MaxErrors = 0.01 }, MakeLoad.Baseline(), MakeLoad.Failing(("status 503", 30))).Outcome);

    [Fact]
    public void One_error_more_than_allowed_fails_it() => Assert.Equal(
        "31 of 3,000 requests failed (1.03 %, over MaxErrors = 1 %), most of them by status 503: what it said",
        Judge(MakeLoad.Plan with { MaxErrors = 0.01 }, MakeLoad.Baseline(), MakeLoad.Failing(("status 503", 31))).Reason);

    [Fact]
    public void Errors_are_facts_and_need_no_second_run() => Assert.False(NeedsConfirmation(MakeLoad.Failing(("status 503", 1))));

    [Fact]
    public void A_saturated_generator_says_nothing_of_the_system() =>
        Assert.Equal((PerfOutcome.Inconclusive, "the generator was saturated: " + Saturated), Told(MakeLoad.Baseline(), MakeLoad.Run(p50: 9e6) with { Saturated = Saturated }));

    [Fact]
    public void A_doubt_is_red_where_the_test_is_strict() =>
        Assert.True(Judge(MakeLoad.Plan, null, MakeLoad.Run() with { Saturated = Saturated }).FailsTest(new PerfPolicy { Strict = true }));

    [Fact]
    public void Requests_that_ran_out_of_time_beside_a_saturated_generator_are_not_the_systems_fault() =>
        Assert.Equal(PerfOutcome.Inconclusive, Judge(MakeLoad.Plan, null, MakeLoad.Failing(("timeout", 5)) with { Saturated = Saturated }).Outcome);

    [Fact]
    public void Other_errors_are_even_so() =>
        Assert.Equal(PerfOutcome.Failed, Judge(MakeLoad.Plan, null, MakeLoad.Failing(("status 500", 5)) with { Saturated = Saturated }).Outcome);

    [Fact]
    public void Dropped_arrivals_are_the_systems_fault_where_two_runs_have_them() => Assert.Equal(
        (PerfOutcome.Failed, "the system did not keep up: 20 of 3,000 arrivals found 1,000 requests on their way and were dropped"),
        Told(MakeLoad.Baseline(), MakeLoad.Run() with { Dropped = 20 }, MakeLoad.Run() with { Dropped = 7 }));

    [Fact]
    public void Dropped_arrivals_of_one_run_are_looked_at_again() => Assert.True(NeedsConfirmation(MakeLoad.Run() with { Dropped = 20 }));

    [Fact]
    public void Dropped_arrivals_that_a_second_run_does_not_have_are_a_doubt() =>
        Assert.Equal(PerfOutcome.Inconclusive, Judge(MakeLoad.Plan, MakeLoad.Baseline(), MakeLoad.Run() with { Dropped = 20 }, MakeLoad.Run()).Outcome);

    [Fact]
    public void A_cancelled_run_was_not_measured_and_says_how_far_it_came() => Assert.Equal(
        (PerfOutcome.NotMeasured, "the run was cancelled after 30.0 s, with 3,000 requests answered"), Told(null, MakeLoad.Run() with { End = LoadEnd.Cancelled }));

    [Fact]
    public void A_run_that_reached_its_limit_of_requests_is_a_doubt() => Assert.Equal(
        "the run ended at MaxRequests = 1,000,000, 30.0 s into 30 s: offer less, or raise the limit", Told(null, MakeLoad.Run() with { End = LoadEnd.RequestLimit }).Reason);

    [Fact]
    public void What_does_not_count_is_not_accepted() => Assert.False(Judge(MakeLoad.Plan, null, MakeLoad.Failing(("status 503", 1))).IsAcceptable);

    [Fact]
    public void A_first_result_is_accepted() => Assert.True(Judge(MakeLoad.Plan, null, MakeLoad.Run()).IsAcceptable);

    private static (PerfOutcome Outcome, string Reason) Told(BaselineEntry? baseline, params LoadMeasurement[] runs) =>
        Judge(MakeLoad.Plan, baseline, runs) is var verdict ? (verdict.Outcome, verdict.Reason) : default;

    private static bool NeedsConfirmation(LoadMeasurement run) =>
        LoadRules.NeedsConfirmation(MakeLoad.Reading(run), MakeLoad.Plan, Judge(MakeLoad.Plan, MakeLoad.Baseline(), run));

    private static Verdict Judge(LoadPlan plan, BaselineEntry? baseline, params LoadMeasurement[] runs) =>
        LoadRules.Judge([.. runs.Select(run => MakeLoad.Reading(run))], plan, baseline, MakeLoad.Machine, null);
}
