using PerfAssert;
using PerfAssert.Budgets;
using PerfAssert.Measuring;
using PerfAssert.Verdicts;
using PerfBudgets;

namespace PerfTooling.NoiseStudy;

/// <summary>Budgets over recorded traces: what the engine would have said of p95 and a critical limit, without any baseline.</summary>
internal static class BudgetReplay
{
    private static readonly MeasurementPlan s_plan = new();

    /// <summary>p95 as a test of this session would have shown it, in nanoseconds.</summary>
    public static double P95(Trace trace) => trace.First.Replay(trace.First.BatchesIn(s_plan.Sampling), 1).Latency.P95;

    /// <summary>The verdict on a limit in nanoseconds, and how long the test would have taken, in seconds.</summary>
    public static (PerfOutcome Outcome, double Seconds) Judge(Trace trace, double limit)
    {
        var critical = Duration.Parse(FormattableString.Invariant($"{limit / 1000:0.###} µs"));
        var budget = new TestBudget(new OperationBudget { Name = trace.Workload, P95 = new Limits(null, null, critical) }, BudgetFile.FileName);
        // Without a baseline there is nothing to end sampling early.
        var first = trace.First.Replay(trace.First.BatchesIn(s_plan.Sampling), 1);
        var seconds = trace.First.WarmUpSeconds + MeasuredTrace.SamplingSeconds(first);
        var judged = BudgetRules.Judge(budget, [first], null);
        if (!BudgetRules.NeedsConfirmation(judged))
            return (judged!.Verdict.Outcome, seconds);
        var second = trace.Second.Replay(trace.Second.BatchesIn(s_plan.ConfirmationSampling), 1);
        return (
            BudgetRules.Judge(budget, [first, second], null)!.Verdict.Outcome,
            seconds + s_plan.Pause.TotalSeconds + trace.Second.WarmUpSeconds + MeasuredTrace.SamplingSeconds(second));
    }
}
