using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Budgets;
using PerfAssert.Measuring;
using PerfAssert.Statistics;
using PerfBudgets;

namespace PerfAssert.Verdicts;

/// <summary>
/// Measured percentiles against an operation's absolute limits, on any machine. Noise only ever adds time: what is within a limit in spite of
/// it is within, and so is what is within in one of two readings. Over the critical limit fails only where it is so in every reading, and
/// whatever the machine may have added to it is taken away.
/// </summary>
internal static class BudgetRules
{
    /// <summary>CPU time over elapsed time from which on a process was not kept waiting.</summary>
    private const double WholeCore = 0.85;

    /// <summary>Judges; null where the test has no budget.</summary>
    /// <param name="budget">The test's budget.</param>
    /// <param name="readings">The measurement, and the second one where the first needed confirmation.</param>
    /// <param name="baseline">This machine's record, which tells its usual pace; null where there is none.</param>
    public static JudgedBudget? Judge(TestBudget? budget, IReadOnlyList<Measurement> readings, BaselineRecord? baseline)
    {
        if (budget is null)
            return null;
        var source = readings[0].Latency.PercentilesOf;
        var mix = Math.Min(baseline?.Mix ?? double.PositiveInfinity, readings.Min(QuietCalls.Pace));
        var judged = new List<(JudgedPercentile Percentile, Verdict Verdict)>();
        Add("p50", 0.50, budget.Operation.P50, latency => latency.P50);
        Add("p95", 0.95, budget.Operation.P95, latency => latency.P95);
        Add("p99", 0.99, budget.Operation.P99, latency => latency.P99);

        return new JudgedBudget(budget.Operation.Name, budget.File, source, [.. judged.Select(one => one.Percentile)], Worst(judged.Select(one => one.Verdict)));

        void Add(string name, double probability, Limits? limits, Func<Latency, double> value)
        {
            if (limits is null)
                return;
            var percentile = new JudgedPercentile(name, readings.Min(reading => value(reading.Latency)), limits);
            var label = source == PercentileSource.Calls ? name : name + " of batch means";
            judged.Add((percentile, Weigh(percentile, label, budget.Operation.Name, critical => Doubt(readings, probability, critical, mix, baseline))));
        }
    }

    /// <summary>Whether to measure once more before saying it.</summary>
    public static bool NeedsConfirmation(JudgedBudget? budget) => budget?.Verdict.Outcome == PerfOutcome.Failed;

    /// <summary>The verdict of budget and baseline together: the worse decides. What the baseline said stays known.</summary>
    public static Verdict Combine(JudgedBudget? budget, Verdict measured)
    {
        if (budget?.Verdict is not { } absolute)
            return measured;
        if (absolute.Outcome == PerfOutcome.Failed && measured.Outcome == PerfOutcome.Failed)
            return measured with { Severity = absolute.Severity, Reason = $"{absolute.Reason}; {measured.Reason}" };
        if (Rank(absolute.Outcome) > Rank(measured.Outcome))
            return measured with { Outcome = absolute.Outcome, Severity = absolute.Severity, Reason = absolute.Reason, AgainstBaseline = measured.AgainstBaseline };
        return measured.Outcome == PerfOutcome.NoBaseline
            ? measured with { Outcome = PerfOutcome.Pass, Reason = $"{absolute.Reason}; {measured.Reason}", AgainstBaseline = PerfOutcome.NoBaseline }
            : measured;
    }

    /// <summary>The worst of several; of equals the first.</summary>
    public static Verdict Worst(IEnumerable<Verdict> verdicts) => verdicts.MaxBy(verdict => Rank(verdict.Outcome))!;

    private static int Rank(PerfOutcome outcome) => outcome switch
    {
        PerfOutcome.Failed => 4,
        PerfOutcome.Inconclusive => 3,
        PerfOutcome.Warning => 2,
        PerfOutcome.Info => 1,
        _ => 0,
    };

    /// <summary>One percentile against its limits.</summary>
    /// <param name="percentile">What was measured.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="doubt">Why it may be within the critical limit after all, given that limit in nanoseconds; null where it is over it without a doubt.</param>
    public static Verdict Weigh(JudgedPercentile percentile, string label, string operation, Func<double, string?> doubt)
    {
        var limits = percentile.Limits;
        if (Exceeds(percentile, limits.Critical, out var critical))
        {
            var over = Over("critical limit", critical);
            return doubt((double)critical.Nanoseconds) is { } why
                ? new Verdict(PerfOutcome.Inconclusive, $"{over}, but {why}")
                : new Verdict(PerfOutcome.Failed, over) { Severity = PerfSeverity.Critical };
        }

        return Exceeds(percentile, limits.Warning, out var warning) ? new Verdict(PerfOutcome.Warning, Over("warning limit", warning) + " (may be noise)")
            : Exceeds(percentile, limits.Target, out var target) ? new Verdict(PerfOutcome.Info, Over("target", target) + " (may be noise)")
            : new Verdict(PerfOutcome.Pass, $"within the budget of {operation}");

        string Over(string kind, Duration limit)
        {
            var ratio = percentile.Nanoseconds / (double)limit.Nanoseconds;
            return string.Create(CultureInfo.InvariantCulture, $"{label} is {(ratio < 2 ? $"{Math.Max(1, (ratio - 1) * 100):0} % over" : $"{ratio:0.0} times")} the {kind} of {limit} for {operation}");
        }
    }

    private static bool Exceeds(JudgedPercentile percentile, Duration? limit, out Duration exceeded)
    {
        exceeded = limit.GetValueOrDefault();
        return limit is { } given && percentile.Nanoseconds > (double)given.Nanoseconds;
    }

    /// <summary>Why the percentile may be within the limit after all; null where it is over it in every reading without a doubt.</summary>
    private static string? Doubt(IReadOnlyList<Measurement> readings, double probability, double limit, double mix, BaselineRecord? baseline) =>
        readings
            .Select(reading => Disturbances.OfProcess(reading, baseline) ?? MachineAt(QuietCalls.Of(reading, mix), probability, limit) ?? KeptWaiting(reading, limit, baseline))
            .FirstOrDefault(why => why is not null);

    /// <summary>
    /// A process that had but a part of a core was kept waiting, or its code waits by itself: without a baseline nobody knows. Then what is sure is the fastest call, and no more of it than that
    /// part. In the noise study quiet sessions had 0.87 of a core at least, and those beside other programs 0.70 at most.
    /// </summary>
    private static string? KeptWaiting(Measurement reading, double limit, BaselineRecord? baseline) =>
        baseline is null && reading.CpuLoad < WholeCore && Fastest(reading) * reading.CpuLoad <= limit
            ? string.Create(CultureInfo.InvariantCulture, $"it had {reading.CpuLoad:0.00} of a core: where the code does not wait by itself, other programs kept it waiting (a baseline would tell)")
            : null;

    private static double Fastest(Measurement reading) => reading.SingleCalls.Count > 0 ? reading.SingleCalls.Min() : reading.Latency.Min;

    private static string? MachineAt(QuietCalls calls, double probability, double limit) =>
        calls.Count == 0 || calls.Measured(probability) <= limit ? "only while the machine was in a slow phase"
        : calls.AtLeast(probability) <= limit ? string.Create(CultureInfo.InvariantCulture, $"{calls.Count} calls are too few to be sure")
        : calls.AtLeastUninterrupted(probability) <= limit ? string.Create(CultureInfo.InvariantCulture, $"the machine may have interrupted {calls.InterruptedShare * 100:0} % of the calls")
        : null;
}
