using System.Globalization;
using PerfAssert.Verdicts;

namespace PerfAssert.Builds;

/// <summary>
/// What the comparisons of several fresh processes come to. Where objects happen to lie in memory differs from process to process, and with it the ratio: a failure is what
/// all of them see.
/// </summary>
public static class ProcessAgreement
{
    /// <summary>Fewer processes than this agree on nothing.</summary>
    public const int Fewest = 3;

    /// <summary>
    /// Judges. Time by the median of the ratios and the percentages of every verdict (5, 10, 15, 25 %): a failure needs every process to be at least at the threshold of a warning, to be
    /// sure that something got slower at all, to have settled, and to see more than between two copies of the older build; what only some of them see is inconclusive. Bytes and counts are exact, and
    /// fail where every process counted more.
    /// </summary>
    /// <param name="processes">One comparison of the same test from each process.</param>
    /// <exception cref="ArgumentException">There is no process.</exception>
    public static BuildVerdict Judge(IReadOnlyList<BuildComparison> processes)
    {
        ArgumentNullException.ThrowIfNull(processes);
        if (processes.Count == 0)
            throw new ArgumentException("A verdict needs a comparison.", nameof(processes));
        if (processes.FirstOrDefault(process => process.NotMeasured is not null) is { NotMeasured: { } reason })
            return new BuildVerdict(PerfOutcome.NotMeasured, PerfSeverity.None, null, reason);

        var time = JudgeTime(processes);
        var exact = JudgeFacts(processes).Append(JudgeAllocation(processes)).OfType<BuildVerdict>().ToList();
        if (exact.Where(verdict => verdict.Outcome == PerfOutcome.Failed).MaxBy(verdict => verdict.Severity) is { } failure)
            return failure with { Severity = time.Severity > failure.Severity ? time.Severity : failure.Severity, Ratio = time.Ratio, Reason = $"{failure.Reason}; {time.Reason}" };
        if (exact.FirstOrDefault(verdict => verdict.Outcome == PerfOutcome.Inconclusive) is { } doubt && time.Outcome != PerfOutcome.Failed)
            return doubt with { Ratio = time.Ratio, Reason = $"{doubt.Reason}; {time.Reason}" };
        return exact.FirstOrDefault(verdict => verdict.Outcome == PerfOutcome.Improved) is { } improvement && time.Outcome is PerfOutcome.Pass or PerfOutcome.Info
            ? improvement with { Ratio = time.Ratio, Reason = $"{improvement.Reason}; {time.Reason}" }
            : time;
    }

    private static BuildVerdict JudgeTime(IReadOnlyList<BuildComparison> processes)
    {
        var ratios = processes.Select(process => process.Time!.Value).OrderBy(ratio => ratio.Ratio).ToArray();
        var median = (ratios[(ratios.Length - 1) / 2].Ratio + ratios[ratios.Length / 2].Ratio) / 2;
        var seen = string.Create(CultureInfo.InvariantCulture, $"{median:0.00}× of before ({string.Join(", ", ratios.Select(ratio => ratio.Ratio.ToString("0.00", CultureInfo.InvariantCulture)))})");
        if (processes.Count < Fewest)
            return Verdict(PerfOutcome.Inconclusive, string.Create(CultureInfo.InvariantCulture, $"{seen}, but {processes.Count} of {Fewest} processes is too few to say"));

        var (outcome, severity) = VerdictRules.Grade(median);
        return outcome switch
        {
            PerfOutcome.Failed when ratios.Any(ratio => ratio.Ratio < VerdictRules.WarningFrom || ratio.Lower <= 1) => Verdict(PerfOutcome.Inconclusive, $"{seen}, but not every process agrees"),
            PerfOutcome.Failed when processes.Any(process => !process.Settled) => Verdict(PerfOutcome.Inconclusive, $"{seen}, but its speed had not settled in every process"),
            PerfOutcome.Failed when processes.Any(process => process.Time!.Value.Ratio < VerdictRules.WarningFrom * Bias(process)) =>
                Verdict(PerfOutcome.Inconclusive, $"{seen}, but two copies of the older build differ, too ({string.Join(", ", processes.Select(process => process.Control?.Ratio.ToString("0.00", CultureInfo.InvariantCulture) ?? "-"))})"),
            PerfOutcome.Improved when ratios.Any(ratio => ratio.Upper >= 1) => Verdict(PerfOutcome.Pass, seen),
            _ => new BuildVerdict(outcome, severity, median, seen),
        };

        BuildVerdict Verdict(PerfOutcome doubted, string why) => new(doubted, PerfSeverity.None, median, why);
    }

    /// <summary>How far two copies of the same build lie apart in a process, in whichever direction: 1 where they don't, or weren't compared.</summary>
    private static double Bias(BuildComparison process) => process.Control is { Ratio: > 0 } control ? Math.Max(control.Ratio, 1 / control.Ratio) : 1;

    private static BuildVerdict? JudgeAllocation(IReadOnlyList<BuildComparison> processes)
    {
        // Whatever disturbs a count adds to it: the lowest is the truest.
        var (before, now) = (processes.Min(process => process.AllocatedBytes.Before), processes.Min(process => process.AllocatedBytes.Now));
        var said = string.Create(CultureInfo.InvariantCulture, $"allocates {now:#,0.##} B a call, {before:#,0.##} B before");
        if (processes.All(process => process.AllocatedBytes.Now > AllocationRules.AllowedBetweenBuilds(process.AllocatedBytes.Before, process.AllocatedExactly)))
            return processes.Any(process => !process.Settled) ? new BuildVerdict(PerfOutcome.Inconclusive, PerfSeverity.None, null, $"{said}, {AllocationRules.NotSettled}") : new BuildVerdict(PerfOutcome.Failed, AllocationRules.Severity(before, now), null, said);
        return processes.All(process => process.AllocatedBytes.Before > AllocationRules.AllowedBetweenBuilds(process.AllocatedBytes.Now, process.AllocatedExactly)) && now < before * VerdictRules.ImprovedBelow
            ? new BuildVerdict(PerfOutcome.Improved, PerfSeverity.None, null, said)
            : null;
    }

    private static IEnumerable<BuildVerdict?> JudgeFacts(IReadOnlyList<BuildComparison> processes) =>
        from name in processes[0].Facts.Keys
        where ExactFact.All.Any(fact => fact.Name == name && fact.IsInBaseline) && processes.All(process => process.Facts.ContainsKey(name))
        let fact = ExactFact.All.First(fact => fact.Name == name)
        let before = processes.Min(process => process.Facts[name].Before)
        let now = processes.Min(process => process.Facts[name].Now)
        let said = string.Create(CultureInfo.InvariantCulture, $"{fact.Words(now)} a call, {before:#,0} before")
        select processes.All(process => process.Facts[name].Now > process.Facts[name].Before) ? new BuildVerdict(PerfOutcome.Failed, AllocationRules.Severity(before, now), null, said)
            : processes.All(process => process.Facts[name].Now < process.Facts[name].Before) ? new BuildVerdict(PerfOutcome.Improved, PerfSeverity.None, null, said)
            : null;
}
