using System.Globalization;
using PerfAssert.Budgets;
using PerfAssert.Statistics;
using PerfAssert.Verdicts;
using PerfBudgets;

namespace PerfAssert.Loads;

/// <summary>Percentiles under load against an operation's absolute limits, on any machine. Over the critical limit fails only where both runs are, and there were requests enough to tell.</summary>
internal static class LoadBudgetRules
{
    /// <summary>Judges; null where the test has no budget.</summary>
    public static JudgedBudget? Judge(TestBudget? budget, IReadOnlyList<LoadReading> runs)
    {
        if (budget is null)
            return null;
        var judged = new List<(JudgedPercentile Percentile, Verdict Verdict)>();
        Add("p50", 0.50, budget.Operation.P50, latency => latency.P50);
        Add("p95", 0.95, budget.Operation.P95, latency => latency.P95);
        Add("p99", 0.99, budget.Operation.P99, latency => latency.P99);
        return new JudgedBudget(
            budget.Operation.Name, budget.File, PercentileSource.Calls, [.. judged.Select(one => one.Percentile)], BudgetRules.Worst(judged.Select(one => one.Verdict)));

        void Add(string name, double probability, Limits? limits, Func<LoadLatency, double> value)
        {
            if (limits is null)
                return;
            var percentile = new JudgedPercentile(name, runs.Min(run => value(run.Measured.Latency)), limits);
            var requests = runs.Min(run => run.Measured.Latency.Count);
            judged.Add((percentile, BudgetRules.Weigh(percentile, name, budget.Operation.Name, _ => LoadLimits.Tell(requests, probability)
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{requests:#,0} requests are too few to tell {name}: let it run for longer"))));
        }
    }
}
