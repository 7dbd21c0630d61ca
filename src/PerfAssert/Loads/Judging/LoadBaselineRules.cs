using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Verdicts;

namespace PerfAssert.Loads;

/// <summary>
/// Latencies under load against those of the baseline. Noise is larger here than where one call is timed: requests wait for each other, and whoever else uses the machine makes all of them wait. The
/// median of equal code was up to 1.49 times another session's, in two runs of each (docs/load-accuracy.md). So a failure needs two runs whose medians are both twice the baseline's, by more than the two
/// differ, with tails that are slower as well, on a machine as fast as the baseline's was; what lies below is told, and is for a budget to judge. So is a tail alone. Throughput is shown and never
/// judged: in the open model it is what was offered, in the closed one it is the latency over again.
/// </summary>
internal static class LoadBaselineRules
{
    /// <summary>Fewer successful requests are compared with nothing.</summary>
    public const int FewestRequests = 100;

    /// <summary>A MIX reading up to here over the baseline's is of a machine as fast: the limit that single calls have (<see cref="TimeScore"/>).</summary>
    public const double CleanMix = 1.06;

    /// <summary>From here on a median fails, in two runs.</summary>
    public const double FailFrom = 2;

    /// <summary>A tail from here on over the baseline's is worth a word, be the median as it may.</summary>
    public const double TailFrom = 1.25;

    /// <summary>Judges.</summary>
    public static Verdict Judge(IReadOnlyList<LoadReading> runs, string profile, BaselineEntry? entry, MachineFingerprint machine)
    {
        if (entry is null || entry.Machines.IsEmpty)
            return new Verdict(PerfOutcome.NoBaseline, "nothing to compare with yet");
        if (entry.Machines.GetValueOrDefault(machine.Key) is not { } record)
            return new Verdict(PerfOutcome.NoBaseline, "no baseline of this machine; latency under load is not compared with another's");
        if (record.Load is not { } load)
            return new Verdict(PerfOutcome.NoBaseline, "the baseline is of single calls: this was no load test then");
        if (load.Profile != profile)
            return new Verdict(PerfOutcome.NoBaseline, $"the baseline was recorded under another load ({load.Profile})");
        var requests = Math.Min(load.Requests, runs.Min(run => run.Measured.Latency.Count));
        if (requests < FewestRequests)
            return new Verdict(PerfOutcome.Inconclusive, string.Create(CultureInfo.InvariantCulture, $"{requests:#,0} requests are too few to compare: {FewestRequests} are needed"));

        var medians = runs.Select(run => run.Measured.Latency.P50 / load.P50).ToArray();
        var tails = runs.Select(run => run.Measured.Latency.P95 / load.P95).ToArray();
        var (median, tail) = (medians.Min(), tails.Min());
        if (median >= FailFrom)
            return Slower(runs, medians, tail, record.Mix);

        var verdict = Graded(median, tail, machineGotFaster: runs.Max(run => run.Mix) < record.Mix * VerdictRules.ImprovedBelow);
        return medians[0] >= FailFrom
            ? verdict with { Reason = string.Create(CultureInfo.InvariantCulture, $"{verdict.Reason}; a first run of {medians[0]:0.00}× was not confirmed") }
            : verdict;
    }

    /// <summary>Both runs look slower: whether they may be believed.</summary>
    private static Verdict Slower(IReadOnlyList<LoadReading> runs, double[] medians, double tail, double mix)
    {
        var ratio = medians.Min();
        var spread = medians.Max() - ratio;
        // Of two runs the faster machine counts: a slow one explains slow requests, a fast one does not.
        var pace = runs.Min(run => run.Mix) / mix;
        var why = pace > CleanMix ? string.Create(CultureInfo.InvariantCulture, $"the machine itself was {(pace - 1) * 100:0} % slower than at the baseline")
            : spread >= ratio - 1 ? string.Create(CultureInfo.InvariantCulture, $"two runs differ by as much ({medians[0]:0.00}× and {medians[^1]:0.00}×)")
            : tail < VerdictRules.InfoFrom ? "its p95 is as it was: the baseline seems to be of a lucky moment; record it anew"
            : null;
        if (why is not null)
            return new Verdict(PerfOutcome.Inconclusive, $"the median looked {Percent(ratio)} slower, but {why}") { TimeRatio = ratio, Threshold = FailFrom };
        return new Verdict(PerfOutcome.Failed, $"the median is {Percent(ratio)} slower than the baseline") { Severity = PerfSeverity.Critical, TimeRatio = ratio, Threshold = FailFrom };
    }

    private static Verdict Graded(double median, double tail, bool machineGotFaster)
    {
        if (median >= VerdictRules.FailFrom)
            return With(PerfOutcome.Inconclusive, $"the median looked {Percent(median)} slower, as that of equal code may from one session to the next; from {FailFrom:0}× on it fails, and below that a budget decides");
        if (tail >= TailFrom)
            return With(median < VerdictRules.WarningFrom ? PerfOutcome.Info : PerfOutcome.Warning, string.Create(CultureInfo.InvariantCulture, $"p95 is {tail:0.00}× the baseline's, while the median is {median:0.00}× (may be noise)"));
        if (median < VerdictRules.ImprovedBelow && tail < VerdictRules.ImprovedBelow && !machineGotFaster)
            return With(PerfOutcome.Improved, $"the median is {Percent(median)} faster (may be noise)");
        return median < VerdictRules.InfoFrom
            ? With(PerfOutcome.Pass, "within 5 % of the baseline")
            : With(VerdictRules.Grade(median).Outcome, $"the median is {Percent(median)} slower than the baseline (may be noise)");

        Verdict With(PerfOutcome outcome, string reason) => new(outcome, reason) { TimeRatio = median, Threshold = FailFrom };
    }

    private static string Percent(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(ratio - 1) * 100:0} %");
}
