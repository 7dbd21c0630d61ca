using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Measuring;

namespace PerfAssert.Verdicts;

/// <summary>
/// Measurement, baseline and policy to verdict. Three ways to treat a doubt: what is clearly fine passes, what survives every
/// doubt fails, the rest is inconclusive and says so. Allocations are exact facts and gate on any machine; time gates on the
/// baseline's machine only.
/// </summary>
internal static class VerdictRules
{
    /// <summary>Time up to here over the baseline's is no news.</summary>
    public const double InfoFrom = 1.05;

    /// <summary>From here on a warning.</summary>
    public const double WarningFrom = 1.10;

    /// <summary>From here on a failure.</summary>
    public const double FailFrom = 1.15;

    /// <summary>Beyond this a critical failure.</summary>
    public const double CriticalAbove = 1.25;

    /// <summary>Below this an improvement.</summary>
    public const double ImprovedBelow = 0.95;

    /// <summary>Below this many nanoseconds a call, the loop around it is most of what is measured.</summary>
    public const double FewestNanoseconds = 5;

    /// <summary>The ratios of fastest batch and first quartile further apart than this: it was disturbed.</summary>
    private const double DispersedBy = 1.15;

    /// <summary>Process CPU above the baseline's by this many cores: something else was at work in the test process.</summary>
    private const double ContaminatedBy = 0.25;

    /// <summary>Whether sampling may stop: nothing in all samples, clean or not, is near a warning.</summary>
    public static bool IsClearlyFine(IReadOnlyList<BatchSample> samples, BaselineRecord baseline)
    {
        var score = TimeScore.Of(samples, baseline);
        return score.P25 < FewestNanoseconds || (score.AllMinRatio < WarningFrom && score.AllP25Ratio < WarningFrom);
    }

    /// <summary>
    /// Whether to measure once more before saying it: every failure. Bytes are facts, but code that the JIT has not finished with, and other
    /// threads where the process is counted, add to them.
    /// </summary>
    public static bool NeedsConfirmation(Verdict verdict) => verdict.Outcome == PerfOutcome.Failed;

    /// <summary>What a ratio of times is called, leaving doubts aside.</summary>
    public static (PerfOutcome Outcome, PerfSeverity Severity) Grade(double ratio) => ratio switch
    {
        < ImprovedBelow => (PerfOutcome.Improved, PerfSeverity.None),
        < InfoFrom => (PerfOutcome.Pass, PerfSeverity.None),
        < WarningFrom => (PerfOutcome.Info, PerfSeverity.None),
        < FailFrom => (PerfOutcome.Warning, PerfSeverity.None),
        <= CriticalAbove => (PerfOutcome.Failed, PerfSeverity.High),
        _ => (PerfOutcome.Failed, PerfSeverity.Critical),
    };

    /// <summary>Judges.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="confirmation">The second one, when the first was suspicious.</param>
    /// <param name="baseline">The test's entry; null when there is none.</param>
    /// <param name="machine">The machine's key in the entry.</param>
    /// <param name="policy">What the test asks for.</param>
    public static Verdict Judge(Measurement measurement, Measurement? confirmation, BaselineEntry? baseline, MachineFingerprint machine, PerfPolicy policy)
    {
        var allocation = AllocationRules.Judge((confirmation ?? measurement).Allocation, baseline, machine, policy);
        var record = baseline?.Machines.GetValueOrDefault(machine.Key);
        // Time is told beside a failure of allocations, but the fact is enough to fail on.
        if (allocation.Outcome == PerfOutcome.Failed)
            return record is null ? allocation : allocation with { TimeRatio = JudgeTime(measurement, confirmation, record).TimeRatio };
        if (baseline is null || baseline.Machines.IsEmpty)
            return new Verdict(PerfOutcome.NoBaseline, "nothing to compare with yet");
        if (record is null)
            return OtherMachine(measurement, baseline, AllocationRules.Comparable(baseline, machine) is not null);

        var time = JudgeTime(measurement, confirmation, record);
        return allocation.Outcome == PerfOutcome.Improved && time.Outcome is PerfOutcome.Pass or PerfOutcome.Info
            ? allocation with { TimeRatio = time.TimeRatio }
            : time;
    }

    private static Verdict OtherMachine(Measurement measurement, BaselineEntry baseline, bool allocationsJudged)
    {
        var (machine, record) = baseline.Machines.First();
        var ratio = measurement.Latency.P25 / Math.Max(record.P25, FewestNanoseconds);
        return new Verdict(
            PerfOutcome.NoBaseline,
            string.Create(CultureInfo.InvariantCulture, $"no baseline of this machine; time is advisory, {ratio:0.00}× that of {machine}; allocations {(allocationsJudged ? "are within the baseline" : "were not compared either: platform or runtime differ")}"));
    }

    private static Verdict JudgeTime(Measurement measurement, Measurement? confirmation, BaselineRecord record)
    {
        if (measurement.Latency.P25 < FewestNanoseconds)
            return new Verdict(PerfOutcome.Pass, string.Create(CultureInfo.InvariantCulture, $"time is not gated below {FewestNanoseconds} ns a call (is the body empty?)"));

        var verdict = Weigh(measurement, record);
        if (!NeedsConfirmation(verdict) || confirmation is null)
            return verdict;

        // Noise only ever adds time, so the better of the two readings is the truer one.
        var second = Weigh(confirmation, record);
        return NeedsConfirmation(second)
            ? (second.TimeRatio < verdict.TimeRatio ? second : verdict)
            : second with { Reason = second.Outcome == PerfOutcome.Inconclusive ? second.Reason : $"{second.Reason}; a first reading of {Times(verdict.TimeRatio)} was not confirmed" };
    }

    private static Verdict Weigh(Measurement measurement, BaselineRecord record)
    {
        var score = TimeScore.Of(measurement.Samples, record);
        if (score.CleanRatio is not { } ratio)
        {
            // The machine was slow throughout. What is fine in spite of that is fine.
            var all = Math.Max(score.AllMinRatio, score.AllP25Ratio);
            return all < WarningFrom
                ? ByRatio(all, score)
                : Doubt(all, $"the machine was in a slow phase ({Times(score.MixRatio)} of the baseline's MIX reading)");
        }

        // Noise adds to fastest batch and quartile alike. Where the fastest batch alone got slower, it is the baseline's quartile that noise had moved.
        if (ratio < InfoFrom && score.AllMinRatio >= FailFrom)
            return Doubt(score.AllMinRatio, "only its fastest batch did: the baseline seems to be of a noisy moment; record it anew");
        if (ratio < FailFrom)
            return ByRatio(ratio, score);
        if (Doubt(measurement, record) is { } why)
            return Doubt(ratio, why);
        // Slower code is slower in every batch, and what disturbs it (another tenant's use of the caches, which the MIX kernel does not feel) is not.
        if (score.AllP25Ratio > score.AllMinRatio * DispersedBy)
            return Doubt(ratio, $"not evenly: its fastest batch {Times(score.AllMinRatio)}, its quartile {Times(score.AllP25Ratio)} of the baseline's");

        return ByRatio(ratio, score);
    }

    /// <summary>Why a measurement may show more than the code's own time, whatever it is compared with; null where nothing is known against it.</summary>
    public static string? Doubt(Measurement measurement, BaselineRecord? record)
    {
        if (!measurement.Settled)
            return "its speed had not settled when warm-up ended";
        // Below one core is no norm to hold anything to: there the test waited, or the machine kept it waiting.
        if (measurement.CpuLoad <= Math.Max(1, record?.CpuLoad ?? 0) + ContaminatedBy)
            return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"other threads of the test process were busy ({measurement.CpuLoad:0.0} cores in use{(record is null ? "; a baseline would tell whether they are the test's own" : $", {record.CpuLoad:0.0} at the baseline")})");
    }

    private static Verdict ByRatio(double ratio, TimeScore score)
    {
        // An improvement must show in the fastest batch and in the quartile, and not because the machine got faster.
        if (ratio < InfoFrom)
        {
            return Math.Max(score.AllMinRatio, score.AllP25Ratio) < ImprovedBelow && score.MixRatio > ImprovedBelow
                ? new Verdict(PerfOutcome.Improved, $"{Percent(Math.Max(score.AllMinRatio, score.AllP25Ratio))} faster (may be noise)") { TimeRatio = Math.Max(score.AllMinRatio, score.AllP25Ratio) }
                : new Verdict(PerfOutcome.Pass, "within 5 % of the baseline") { TimeRatio = ratio, Threshold = FailFrom };
        }

        var (outcome, severity) = Grade(ratio);
        return new Verdict(outcome, $"{Percent(ratio)} slower than the baseline{(severity == PerfSeverity.None ? " (may be noise)" : "")}")
        {
            Severity = severity,
            TimeRatio = ratio,
            Threshold = FailFrom,
        };
    }

    private static Verdict Doubt(double ratio, string why) =>
        new(PerfOutcome.Inconclusive, $"looked {Percent(ratio)} slower, but {why}") { TimeRatio = ratio, Threshold = FailFrom };

    private static string Percent(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(ratio - 1) * 100:0} %");

    private static string Times(double? ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}×");
}
