using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Verdicts;

namespace PerfAssert.Loads;

/// <summary>
/// Runs under load, budget and baseline to verdict. Requests that failed are facts, and one run is enough. That the system didn't keep up, or is slower than it may be, is said only where a second run
/// says so too. Where the generator could not offer what was asked, nobody knows anything of the system.
/// </summary>
internal static class LoadRules
{
    /// <summary>Judges.</summary>
    /// <param name="runs">One run, or two where the first needed confirmation.</param>
    /// <param name="plan">What was asked.</param>
    /// <param name="entry">The test's baseline; null where there is none.</param>
    /// <param name="machine">The machine's key in it.</param>
    /// <param name="budget">What the budget says of these runs; null where there is none.</param>
    public static Verdict Judge(IReadOnlyList<LoadReading> runs, LoadPlan plan, BaselineEntry? entry, MachineFingerprint machine, JudgedBudget? budget)
    {
        if (Unfit([.. runs.Select(run => run.Measured)], plan) is { } unfit)
            return unfit with { AgainstBaseline = PerfOutcome.NotMeasured };
        return BudgetRules.Combine(budget, LoadBaselineRules.Judge(runs, ProfileText.Of(plan.Profile), entry, machine));
    }

    /// <summary>Whether to run once more before saying it.</summary>
    public static bool NeedsConfirmation(LoadReading run, LoadPlan plan, Verdict verdict) =>
        verdict.Outcome == PerfOutcome.Failed && !LoadLimits.HasTooManyErrors(run.Measured, plan.MaxErrors);

    /// <summary>Whether a run's latencies are of the system under the load that was asked for.</summary>
    public static bool IsFit(LoadMeasurement run, LoadPlan plan) => Unfit([run], plan) is null;

    /// <summary>Why the latencies say nothing, or don't matter any more; null where they are to be judged.</summary>
    private static Verdict? Unfit(IReadOnlyList<LoadMeasurement> runs, LoadPlan plan)
    {
        if (runs.FirstOrDefault(run => LoadLimits.HasTooManyErrors(run, plan.MaxErrors)) is { } failing)
            return new Verdict(PerfOutcome.Failed, Errors(failing, plan.MaxErrors)) { Severity = PerfSeverity.Critical };
        if (runs.FirstOrDefault(run => run.End == LoadEnd.Cancelled) is { } cancelled)
            return new Verdict(PerfOutcome.NotMeasured, string.Create(CultureInfo.InvariantCulture, $"the run was cancelled after {cancelled.Elapsed.TotalSeconds:0.0} s, with {cancelled.Succeeded:#,0} requests answered"));
        if (runs.FirstOrDefault(run => run.Saturated is not null) is { } saturated)
            return new Verdict(PerfOutcome.Inconclusive, $"the generator was saturated: {saturated.Saturated}");
        if (runs.FirstOrDefault(run => run.End == LoadEnd.RequestLimit) is { } limited)
            return new Verdict(PerfOutcome.Inconclusive, string.Create(CultureInfo.InvariantCulture, $"the run ended at MaxRequests = {plan.Profile.MaxRequests:#,0}, {limited.Elapsed.TotalSeconds:0.0} s into {plan.Profile.Duration.TotalSeconds:0.#} s: offer less, or raise the limit"));
        if (runs.Any(run => run.Succeeded == 0))
            return new Verdict(PerfOutcome.NotMeasured, "not one request was answered");
        return Dropped(runs, plan.Profile);
    }

    private static Verdict? Dropped(IReadOnlyList<LoadMeasurement> runs, LoadProfile profile)
    {
        if (runs.MaxBy(run => run.Dropped) is not { Dropped: > 0 } worst)
            return null;
        var words = string.Create(CultureInfo.InvariantCulture, $"{worst.Dropped:#,0} of {worst.Offered:#,0} arrivals found {profile.MaxInFlight:#,0} requests on their way and were dropped");
        return runs.All(run => run.Dropped > 0)
            ? new Verdict(PerfOutcome.Failed, $"the system did not keep up: {words}") { Severity = PerfSeverity.Critical }
            : new Verdict(PerfOutcome.Inconclusive, $"in one of two runs the system did not keep up: {words}");
    }

    private static string Errors(LoadMeasurement run, double maxErrors)
    {
        var counted = LoadLimits.Counted(run);
        var worst = run.Errors.FirstOrDefault(errors => run.Saturated is null || errors.Kind != ErrorKind.Timeout);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{counted:#,0} of {run.Started:#,0} requests failed{(maxErrors > 0 ? $" ({100.0 * counted / run.Started:0.##} %, over MaxErrors = {maxErrors * 100:0.##} %)" : "")}{(worst is null ? "" : $", most of them by {worst.Kind}: {OneLine(worst.Example)}")}");
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
