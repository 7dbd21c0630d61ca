using CsCheck;
using PerfAssert.Budgets;
using PerfAssert.Measuring;
using PerfAssert.Statistics;
using PerfAssert.Verdicts;
using PerfBudgets;

namespace PerfAssert.Tests.Verdicts;

public class BudgetRulesTests
{
    private static readonly Limits s_limits = new(Duration.Parse("200 ms"), Duration.Parse("400 ms"), Duration.Parse("1 s"));

    [Fact]
    public void Without_a_budget_nothing_is_said() => Assert.Null(BudgetRules.Judge(null, [Calls(1)], null));

    [Theory]
    [InlineData(100, PerfOutcome.Pass, "within the budget of conversations.list")]
    [InlineData(200, PerfOutcome.Pass, "within the budget of conversations.list")]
    [InlineData(250, PerfOutcome.Info, "p95 is 25 % over the target of 200 ms for conversations.list (may be noise)")]
    [InlineData(400.1, PerfOutcome.Warning, "p95 is 1 % over the warning limit")]
    [InlineData(500, PerfOutcome.Warning, "p95 is 25 % over the warning limit of 400 ms for conversations.list (may be noise)")]
    [InlineData(1_200, PerfOutcome.Failed, "p95 is 20 % over the critical limit of 1 s for conversations.list")]
    [InlineData(3_000, PerfOutcome.Failed, "p95 is 3.0 times the critical limit of 1 s for conversations.list")]
    public void Limits_are_graded(double milliseconds, PerfOutcome outcome, string reason)
    {
        var verdict = P95(Calls(milliseconds)).Verdict;
        Assert.Equal(outcome, verdict.Outcome);
        Assert.StartsWith(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_the_critical_limit_is_critical() => Assert.Equal(PerfSeverity.Critical, P95(Calls(1_200)).Verdict.Severity);

    [Fact]
    public void Limits_that_are_not_given_do_not_count() =>
        Assert.Equal(PerfOutcome.Pass, Judge(p95: new Limits(null, Duration.Parse("400 ms"), null), Calls(300)).Verdict.Outcome);

    [Fact]
    public void Of_several_percentiles_the_worst_decides() =>
        Assert.StartsWith("p99 is", BudgetRules.Judge(Budget(p50: s_limits, p95: s_limits, p99: new Limits(null, Duration.Parse("90 ms"), null)), [Calls(100)], null)!.Verdict.Reason, StringComparison.Ordinal);

    [Fact]
    public void Each_percentile_is_held_against_its_own_limits()
    {
        // One call in twenty takes 600 ms: within the median's limits, over the warning of p99.
        var calls = Calls([.. Enumerable.Range(0, 1_000).Select(i => i % 20 == 0 ? 600.0 : 100.0)]);
        var judged = BudgetRules.Judge(Budget(p50: s_limits, p99: s_limits), [calls], null)!;
        Assert.Equal([("p50", 100e6), ("p99", 600e6)], judged.Percentiles.Select(p => (p.Name, p.Nanoseconds)));
    }

    [Fact]
    public void A_failure_is_to_be_confirmed() => Assert.True(BudgetRules.NeedsConfirmation(P95(Calls(1_200))));

    [Fact]
    public void A_warning_needs_no_confirmation() => Assert.False(BudgetRules.NeedsConfirmation(P95(Calls(500))));

    [Theory]
    [InlineData(1_200, 900)]
    [InlineData(900, 1_200)]
    public void Of_two_readings_the_lower_counts(double first, double second) =>
        Assert.Equal((PerfOutcome.Warning, 900e6), (Twice(first, second).Verdict.Outcome, Twice(first, second).Percentiles.Single().Nanoseconds));

    [Fact]
    public void Two_readings_over_the_critical_limit_fail() => Assert.Equal(PerfOutcome.Failed, Twice(1_200, 1_300).Verdict.Outcome);

    [Fact]
    public void Code_that_never_settled_is_a_doubt() => Doubted(Calls(1_200) with { Settled = false }, "its speed had not settled when warm-up ended");

    [Fact]
    public void Busy_other_threads_are_a_doubt() => Doubted(Calls(1_200) with { CpuLoad = 1.8 }, "other threads of the test process were busy (1.8 cores in use; a baseline would tell whether they are the test's own)");

    [Fact]
    public void Threads_that_were_as_busy_at_the_baseline_are_no_doubt() =>
        Assert.Equal(PerfOutcome.Failed, BudgetRules.Judge(Budget(p95: s_limits), [Calls(1_200) with { CpuLoad = 1.8 }], Make.Record() with { CpuLoad = 1.8 })!.Verdict.Outcome);

    [Fact]
    public void A_machine_slower_than_at_the_baseline_is_a_doubt() =>
        Assert.Equal(PerfOutcome.Inconclusive, BudgetRules.Judge(Budget(p95: s_limits), [Calls(1_200, mix: 45_000)], Make.Record(mix: 30_000))!.Verdict.Outcome);

    [Fact]
    public void Calls_over_the_limit_in_a_slow_phase_only_are_a_doubt()
    {
        // For a third of the time all takes half as long again, and the MIX kernel sees it.
        var calls = Calls([.. Enumerable.Range(0, 600).Select(i => i < 200 ? 1_200.0 : 800.0)], i => i < 200 ? 45_000 : 30_000);
        Doubted(calls, "only while the machine was in a slow phase");
    }

    [Fact]
    public void A_neighbour_that_slows_nearly_all_down_is_seen_by_the_few_readings_that_it_does_not()
    {
        var calls = Calls([.. Enumerable.Range(0, 2_000).Select(i => i % 20 == 0 ? 0.08 : 0.12)], i => i % 20 == 0 ? 30_000 : 42_000);
        Assert.Equal(PerfOutcome.Inconclusive, Judge(p95: new Limits(null, null, Duration.Parse("100 µs")), calls).Verdict.Outcome);
    }

    [Fact]
    public void A_tail_over_the_limit_in_quiet_times_fails()
    {
        var calls = Calls([.. Enumerable.Range(0, 3_000).Select(i => i % 5 == 0 ? 0.12 : 0.08)], i => i < 1_000 ? 45_000 : 30_000);
        Assert.Equal(PerfOutcome.Failed, Judge(p95: new Limits(null, null, Duration.Parse("100 µs")), calls).Verdict.Outcome);
    }

    [Fact]
    public void A_tail_of_long_calls_is_a_doubt_because_few_readings_see_little_of_what_hits_them()
    {
        var calls = Calls([.. Enumerable.Range(0, 400).Select(i => i % 5 == 0 ? 5.0 : 3.0)]);
        Assert.Equal(PerfOutcome.Inconclusive, Judge(p95: new Limits(null, null, Duration.Parse("4 ms")), calls).Verdict.Outcome);
    }

    [Fact]
    public void Few_calls_are_a_doubt()
    {
        // One of fifteen: it may be any outlier.
        Doubted(Calls([.. Enumerable.Range(0, 15).Select(i => i == 7 ? 5_000.0 : 500.0)]), "15 calls are too few to be sure");
    }

    [Fact]
    public void Few_calls_all_of_which_are_over_the_limit_fail() => Assert.Equal(PerfOutcome.Failed, P95(Calls(Enumerable.Repeat(1_200.0, 4).ToArray())).Verdict.Outcome);

    [Fact]
    public void A_tail_made_of_interruptions_is_a_doubt()
    {
        // One MIX reading in fifty was interrupted, of 30 µs: calls of 100 µs are hit three times as often.
        var calls = Calls([.. Enumerable.Range(0, 3_000).Select(i => i % 16 == 0 ? 4.0 : 0.1)], i => i % 50 == 25 ? 4_000_000 : 30_000);
        var verdict = Judge(p95: new Limits(null, null, Duration.Parse("1 ms")), calls).Verdict;
        Assert.Equal(PerfOutcome.Inconclusive, verdict.Outcome);
        Assert.EndsWith("but the machine may have interrupted 8 % of the calls", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_knows_its_batch()
    {
        // Two calls a batch; the first hundred batches ran beside a slow MIX reading.
        var samples = Enumerable.Range(0, 300).Select(i => new BatchSample(100e6, i < 100 ? 45_000 : 30_000)).ToArray();
        var calls = Make.Measurement(samples) with { SingleCalls = [.. Enumerable.Range(0, 600).Select(i => (double)i)], CallsPerBatch = 2 };
        var quiet = QuietCalls.Of(calls, 30_000);
        Assert.Equal((400, 200.0), (quiet.Count, quiet.Measured(0)));
    }

    [Fact]
    public void Batch_means_are_called_so()
    {
        var judged = BudgetRules.Judge(Budget(p95: new Limits(null, Duration.Parse("500 ns"), null)), [Make.Measurement(time: 1_000)], null)!;
        Assert.Equal((PercentileSource.BatchMeans, "p95 of batch means is 2.0 times the warning limit of 500 ns for conversations.list (may be noise)"), (judged.PercentilesOf, judged.Verdict.Reason));
    }

    [Fact]
    public void What_is_within_the_critical_limit_never_fails_whatever_the_machine_did() =>
        Gen.Select(Gen.Double[1, 999].Array[1, 300], Gen.Double[20_000, 90_000], Gen.Double[0, 3], Gen.Bool).Sample((times, mix, load, settled) =>
            P95(Calls(times, i => i % 2 == 0 ? mix : 30_000) with { CpuLoad = load, Settled = settled }).Verdict.Outcome is not (PerfOutcome.Failed or PerfOutcome.Inconclusive));

    [Fact]
    public void What_is_all_over_the_critical_limit_on_a_quiet_machine_always_fails() =>
        Gen.Double[1_001, 9_999].Array[2, 300].Sample(times => P95(Calls(times)).Verdict.Outcome == PerfOutcome.Failed);

    [Theory]
    [InlineData(100, PerfOutcome.Pass, PerfOutcome.Pass)]
    [InlineData(100, PerfOutcome.Warning, PerfOutcome.Warning)]
    [InlineData(100, PerfOutcome.Improved, PerfOutcome.Improved)]
    [InlineData(100, PerfOutcome.Failed, PerfOutcome.Failed)]
    [InlineData(100, PerfOutcome.NoBaseline, PerfOutcome.Pass)]
    [InlineData(250, PerfOutcome.Pass, PerfOutcome.Info)]
    [InlineData(250, PerfOutcome.NoBaseline, PerfOutcome.Info)]
    [InlineData(250, PerfOutcome.Inconclusive, PerfOutcome.Inconclusive)]
    [InlineData(500, PerfOutcome.Improved, PerfOutcome.Warning)]
    [InlineData(1_200, PerfOutcome.Inconclusive, PerfOutcome.Failed)]
    public void Of_budget_and_baseline_the_worse_decides(double milliseconds, PerfOutcome baseline, PerfOutcome outcome) =>
        Assert.Equal((outcome, baseline), Both(milliseconds, new Verdict(baseline, "as before")) is var verdict ? (verdict.Outcome, verdict.AgainstBaseline) : default);

    [Fact]
    public void Within_its_budget_and_without_a_baseline_a_test_says_both() =>
        Assert.Equal("within the budget of conversations.list; nothing to compare with yet", Both(100, new Verdict(PerfOutcome.NoBaseline, "nothing to compare with yet")).Reason);

    [Fact]
    public void Within_its_budget_and_without_a_baseline_a_result_can_be_accepted() => Assert.True(Both(100, new Verdict(PerfOutcome.NoBaseline, "")).IsAcceptable);

    [Fact]
    public void Over_its_budget_and_as_fast_as_its_baseline_there_is_nothing_to_accept() => Assert.False(Both(1_200, new Verdict(PerfOutcome.Pass, "")).IsAcceptable);

    [Fact]
    public void Two_failures_are_both_told() =>
        Assert.Equal(
            "p95 is 20 % over the critical limit of 1 s for conversations.list; 18 % slower",
            Both(1_200, new Verdict(PerfOutcome.Failed, "18 % slower") { Severity = PerfSeverity.High }).Reason);

    [Fact]
    public void The_ratio_to_the_baseline_stays_known() => Assert.Equal(1.02, Both(1_200, new Verdict(PerfOutcome.Pass, "") { TimeRatio = 1.02 }).TimeRatio);

    private static Verdict Both(double milliseconds, Verdict measured) => BudgetRules.Combine(P95(Calls(milliseconds)), measured);

    private static void Doubted(Measurement measurement, string why)
    {
        var verdict = P95(measurement).Verdict;
        Assert.Equal(PerfOutcome.Inconclusive, verdict.Outcome);
        Assert.EndsWith("for conversations.list, but " + why, verdict.Reason, StringComparison.Ordinal);
    }

    private static JudgedBudget Twice(double first, double second) => BudgetRules.Judge(Budget(p95: s_limits), [Calls(first), Calls(second)], null)!;

    private static JudgedBudget P95(Measurement measurement) => Judge(s_limits, measurement);

    private static JudgedBudget Judge(Limits p95, Measurement measurement) => BudgetRules.Judge(Budget(p95: p95), [measurement], null)!;

    private static TestBudget Budget(Limits? p50 = null, Limits? p95 = null, Limits? p99 = null) =>
        new(new OperationBudget { Name = "conversations.list", P50 = p50, P95 = p95, P99 = p99 }, "perf-budgets.json");

    private static Measurement Calls(double milliseconds, double mix = 30_000) => Calls(Enumerable.Repeat(milliseconds, 200).ToArray(), _ => mix);

    /// <summary>Calls that are a batch each, with the MIX reading beside each.</summary>
    private static Measurement Calls(double[] milliseconds, Func<int, double>? mix = null)
    {
        var times = milliseconds.Select(ms => ms * 1e6).ToArray();
        return Make.Measurement(times.Select((time, i) => new BatchSample(time, mix?.Invoke(i) ?? 30_000)).ToArray()) with
        {
            SingleCalls = times,
            CallsPerBatch = 1,
            Latency = Latency.From(times, times),
        };
    }
}
