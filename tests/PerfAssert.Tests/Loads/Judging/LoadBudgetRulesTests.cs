using PerfAssert.Budgets;
using PerfAssert.Loads;
using PerfAssert.Verdicts;
using PerfBudgets;

namespace PerfAssert.Tests.Loads.Judging;

public sealed class LoadBudgetRulesTests
{
    private static readonly TestBudget Budget = new(
        new OperationBudget
        {
            Name = "orders.list",
            P95 = new Limits(Duration.Parse("2 ms"), Duration.Parse("4 ms"), Duration.Parse("8 ms")),
            P99 = new Limits(null, null, Duration.Parse("100 ms")),
        },
        "perf-budgets.json");

    [Theory]
    [InlineData(1.5e6, PerfOutcome.Pass, "within the budget of orders.list")]
    [InlineData(3e6, PerfOutcome.Info, "p95 is 50 % over the target of 2 ms for orders.list (may be noise)")]
    [InlineData(5e6, PerfOutcome.Warning, "p95 is 25 % over the warning limit of 4 ms for orders.list (may be noise)")]
    [InlineData(24e6, PerfOutcome.Failed, "p95 is 3.0 times the critical limit of 8 ms for orders.list")]
    public void A_percentile_is_held_against_its_limits(double p95, PerfOutcome outcome, string reason) =>
        Assert.Equal((outcome, reason), Judge(MakeLoad.Run(1e6, p95)) is var verdict ? (verdict.Outcome, verdict.Reason) : default);

    [Fact]
    public void Within_its_limits_in_one_of_two_runs_it_is_within() => Assert.Equal(PerfOutcome.Pass, Judge(MakeLoad.Run(1e6, 24e6), MakeLoad.Run(1e6, 1e6)).Outcome);

    [Fact]
    public void Too_few_requests_to_tell_a_percentile_are_a_doubt() => Assert.Equal(
        "p99 is 2.0 times the critical limit of 100 ms for orders.list, but 400 requests are too few to tell p99: let it run for longer", Judge(MakeLoad.Run(1e6, 1e6, 200e6, requests: 400)).Reason);

    [Fact]
    public void A_test_without_a_budget_has_none() => Assert.Null(LoadBudgetRules.Judge(null, [MakeLoad.Reading(MakeLoad.Run())]));

    private static Verdict Judge(params LoadMeasurement[] runs) => LoadBudgetRules.Judge(Budget, [.. runs.Select(run => MakeLoad.Reading(run))])!.Verdict;
}
