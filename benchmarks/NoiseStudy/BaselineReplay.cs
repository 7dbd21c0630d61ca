using PerfAssert;
using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Verdicts;

namespace PerfTooling.NoiseStudy;

/// <summary>Gate 3 over recorded traces: what the engine would have said, had the code been slower by a factor.</summary>
internal static class BaselineReplay
{
    private static readonly MeasurementPlan s_plan = new();
    private static readonly MachineFingerprint s_machine = MachineFingerprint.Current;

    /// <summary>The baseline that perftool would have recorded of these processes; null where it would have refused.</summary>
    public static BaselineRecord? Baseline(IEnumerable<Trace> traces) =>
        BaselineAgreement.Find([.. traces.Select(trace => BaselineRecord.From(trace.First.Replay(trace.First.BatchesIn(s_plan.Sampling), 1), DateTime.UnixEpoch))], out _);

    /// <summary>The verdict, and how long the test would have taken, in seconds.</summary>
    public static (Verdict Verdict, double Seconds) Judge(Trace trace, BaselineRecord baseline, double slower)
    {
        var entry = BaselineEntry.Empty("").With(s_machine.Key, baseline);
        var first = Measure(trace.First, s_plan.ExtendedSampling, baseline, slower);
        var verdict = VerdictRules.Judge([first], entry, s_machine, PerfPolicy.Default);
        var seconds = trace.First.WarmUpSeconds + MeasuredTrace.SamplingSeconds(first);
        if (!VerdictRules.NeedsConfirmation(verdict))
            return (verdict, seconds);
        var second = Measure(trace.Second, s_plan.ConfirmationSampling, baseline, slower);
        return (
            VerdictRules.Judge([first, second], entry, s_machine, PerfPolicy.Default),
            seconds + s_plan.Pause.TotalSeconds + trace.Second.WarmUpSeconds + MeasuredTrace.SamplingSeconds(second));
    }

    private static Measurement Measure(MeasuredTrace trace, TimeSpan longest, BaselineRecord baseline, double slower)
    {
        var most = trace.BatchesIn(longest);
        foreach (var look in trace.Looks(s_plan.Look).Where(look => look < most))
        {
            var soFar = trace.Replay(look, slower);
            if (soFar.Samples.Count >= s_plan.FewestSamples && VerdictRules.IsClearlyFine(soFar.Samples, baseline))
                return soFar;
        }

        return trace.Replay(most, slower);
    }
}
