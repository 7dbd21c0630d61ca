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
        BaselineAgreement.Find([.. traces.Select(trace => BaselineRecord.From(trace.First.Replay(trace.First.PerCall.Length, 1), DateTime.UnixEpoch))], out _);

    /// <summary>The verdict, and how long the test would have taken, in seconds.</summary>
    public static (PerfOutcome Outcome, double Seconds) Judge(Trace trace, BaselineRecord baseline, double slower)
    {
        var entry = BaselineEntry.Empty("").With(s_machine.Key, baseline);
        var first = Measure(trace.First, baseline, slower);
        var verdict = VerdictRules.Judge(first, null, entry, s_machine, PerfPolicy.Default);
        if (!VerdictRules.NeedsConfirmation(verdict))
            return (verdict.Outcome, trace.First.WarmUpSeconds + MeasuredTrace.SamplingSeconds(first));
        var second = Measure(trace.Second, baseline, slower);
        return (
            VerdictRules.Judge(first, second, entry, s_machine, PerfPolicy.Default).Outcome,
            trace.First.WarmUpSeconds + MeasuredTrace.SamplingSeconds(first) + s_plan.Pause.TotalSeconds + trace.Second.WarmUpSeconds + MeasuredTrace.SamplingSeconds(second));
    }

    private static Measurement Measure(MeasuredTrace trace, BaselineRecord baseline, double slower)
    {
        foreach (var look in trace.Looks(s_plan.Look))
        {
            var soFar = trace.Replay(look, slower);
            if (soFar.Samples.Count >= s_plan.FewestSamples && VerdictRules.IsClearlyFine(soFar.Samples, baseline))
                return soFar;
        }

        return trace.Replay(trace.PerCall.Length, slower);
    }
}
