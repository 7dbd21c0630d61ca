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

    /// <summary>Whether sampling may stop: the fastest batch is no news, or it and the quartile are not near a warning.</summary>
    public static bool IsClearlyFine(IReadOnlyList<BatchSample> samples, BaselineRecord baseline)
    {
        var score = TimeScore.Of(samples, baseline);
        return score.P25 < FewestNanoseconds || score.MinRatio < InfoFrom || Math.Max(score.MinRatio, score.P25Ratio) < WarningFrom;
    }

    /// <summary>
    /// Whether to measure once more before saying it: every failure, and every suspicion that was disturbed. Bytes are facts, but code that the JIT has not finished with, and other threads where
    /// the process is counted, add to them.
    /// </summary>
    public static bool NeedsConfirmation(Verdict verdict) => verdict.Outcome == PerfOutcome.Failed || verdict.IsDisturbed;

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
    /// <param name="readings">The measurement, and the second one where the first needed confirmation.</param>
    /// <param name="baseline">The test's entry; null when there is none.</param>
    /// <param name="machine">The machine's key in the entry.</param>
    /// <param name="policy">What the test asks for.</param>
    public static Verdict Judge(IReadOnlyList<Measurement> readings, BaselineEntry? baseline, MachineFingerprint machine, PerfPolicy policy)
    {
        var allocation = AllocationRules.Judge(readings[^1].Allocation, readings[^1].Settled, baseline, machine, policy);
        var record = baseline?.Machines.GetValueOrDefault(machine.Key);
        // Time is told beside a failure of allocations, but the fact is enough to fail on.
        if (allocation.Outcome is PerfOutcome.Failed or PerfOutcome.Inconclusive)
            return record is null ? allocation : allocation with { TimeRatio = JudgeTime(readings, record).TimeRatio };
        if (baseline is null || baseline.Machines.IsEmpty)
            return new Verdict(PerfOutcome.NoBaseline, "nothing to compare with yet");
        if (record is null)
            return OtherMachine(readings[0], baseline, AllocationRules.Comparable(baseline, machine) is not null);

        var time = JudgeTime(readings, record);
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

    /// <summary>
    /// Noise only ever adds time, so of several readings the one in which the code was fastest is the truest. What it shows as slower fails if there was a reading that nothing disturbed.
    /// </summary>
    private static Verdict JudgeTime(IReadOnlyList<Measurement> readings, BaselineRecord record)
    {
        if (readings[0].Latency.P25 < FewestNanoseconds)
            return new Verdict(PerfOutcome.Pass, string.Create(CultureInfo.InvariantCulture, $"time is not gated below {FewestNanoseconds} ns a call (is the body empty?)"));

        var scores = readings.Select(reading => TimeScore.Of(reading.Samples, record)).ToList();
        var best = scores.MinBy(score => score.MinRatio)!;
        if (best.MinRatio < FailFrom)
        {
            var fine = ByRatio(best.Lower, best);
            return scores[0].MinRatio < FailFrom ? fine : fine with { Reason = $"{fine.Reason}; a first reading of {Times(scores[0].MinRatio)} was not confirmed" };
        }

        // Slower code is slower in its quartile, too. Where that is as it was, it is the baseline's quartile that noise had moved.
        if (scores.Min(score => score.P25Ratio) < InfoFrom)
            return Doubt(best.MinRatio, "only its fastest batch did: the baseline seems to be of a noisy moment; record it anew");
        var disturbances = readings.Select(reading => Disturbances.OfAllBatches(reading, best.Fastest, record)).ToList();
        if (disturbances.TrueForAll(why => why is not null))
            return Doubt(best.MinRatio, disturbances[^1]!) with { IsDisturbed = true };
        // Found by the noise study: the fastest batches of equal asynchronous code 15 % apart in two processes.
        return best.MinRatio <= CriticalAbove && readings.All(reading => reading.CpuLoad > Disturbances.SeveralThreads)
            ? Doubt(best.MinRatio, "code on several threads differs by as much from process to process")
            : ByRatio(best.MinRatio, best);
    }

    private static Verdict ByRatio(double ratio, TimeScore score)
    {
        // An improvement must show in the fastest batch and in the quartile, and not because the machine got faster.
        if (ratio < InfoFrom)
        {
            var higher = Math.Max(score.MinRatio, score.P25Ratio);
            return higher < ImprovedBelow && score.MixRatio > ImprovedBelow
                ? new Verdict(PerfOutcome.Improved, $"{Percent(higher)} faster (may be noise)") { TimeRatio = higher }
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
