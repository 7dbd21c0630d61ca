using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Measuring;

namespace PerfAssert.Verdicts;

/// <summary>
/// Allocated bytes are a fact, not an estimate: they gate on any machine with the baseline's platform and runtime.
/// </summary>
internal static class AllocationRules
{
    /// <summary>Bytes allocated per call that are still no regression.</summary>
    public static double Allowed(double baseline, bool exact) => exact
        // Counted on the measuring thread: constant but for what is allocated once in many calls.
        ? baseline + Math.Max(2, baseline * 0.01)
        // Counted for the process: other threads' allocations spread over the calls of a pass.
        : baseline + Math.Max(256, baseline * 0.05);

    /// <summary>The same between two builds that ran by turns in one process: nothing but the code differs, so a byte in a thousand is news where bytes are exact.</summary>
    public static double AllowedBetweenBuilds(double before, bool exact) => exact ? before + Math.Max(2, before * 0.001) : Allowed(before, exact: false);

    /// <summary>How bad more of a counted thing is.</summary>
    public static PerfSeverity Severity(double before, double now) => before <= 0 || now / before > VerdictRules.CriticalAbove ? PerfSeverity.Critical : PerfSeverity.High;

    /// <summary>What keeps more bytes from being a fact: what the JIT has not optimized yet allocates objects that later live on the stack (2,896 of 71,248 B of a query, once, on a crowded machine).</summary>
    public const string NotSettled = "but its speed had not settled, and code that the JIT has not finished with allocates more";

    /// <summary>Failed, Improved or Pass, by allocations alone; Inconclusive for a failure of code that had not settled.</summary>
    public static Verdict Judge(Allocation now, bool settled, BaselineEntry? baseline, MachineFingerprint machine, PerfPolicy policy)
    {
        var verdict = Judge(now, baseline, machine, policy);
        return settled || verdict.Outcome != PerfOutcome.Failed ? verdict : new Verdict(PerfOutcome.Inconclusive, $"{verdict.Reason}, {NotSettled}") { IsDisturbed = true };
    }

    private static Verdict Judge(Allocation now, BaselineEntry? baseline, MachineFingerprint machine, PerfPolicy policy)
    {
        if (policy.MaxAllocatedBytes >= 0 && now.BytesPerCall > policy.MaxAllocatedBytes + (now.Exact ? 0.5 : 256))
        {
            return Fail(
                PerfSeverity.Critical,
                $"allocates {Bytes(now.BytesPerCall)} a call, over the limit of {Bytes(policy.MaxAllocatedBytes)}");
        }

        if (baseline is null || Comparable(baseline, machine) is not { } then)
            return new Verdict(PerfOutcome.Pass, "");

        var exact = now.Exact && then.AllocatedExactly;
        if (now.BytesPerCall > Allowed(then.Allocated, exact))
        {
            return Fail(
                Severity(then.Allocated, now.BytesPerCall),
                $"allocates {Bytes(now.BytesPerCall)} a call, {Bytes(then.Allocated)} at the baseline (up to {Bytes(Allowed(then.Allocated, exact))} tolerated)");
        }

        var saved = then.Allocated - now.BytesPerCall;
        return saved > Allowed(then.Allocated, exact) - then.Allocated && now.BytesPerCall < then.Allocated * VerdictRules.ImprovedBelow
            ? new Verdict(PerfOutcome.Improved, $"allocates {Bytes(now.BytesPerCall)} a call, {Bytes(then.Allocated)} at the baseline")
            : new Verdict(PerfOutcome.Pass, "");
    }

    /// <summary>This machine's record, or the most generous of those taken on the same platform and runtime.</summary>
    internal static BaselineRecord? Comparable(BaselineEntry baseline, MachineFingerprint machine) =>
        baseline.Machines.TryGetValue(machine.Key, out var own)
            ? own
            : baseline.Machines
                .Where(m => MachineFingerprint.AllocationKeyOf(m.Key) == machine.AllocationKey)
                .Select(m => m.Value)
                .MaxBy(r => r.Allocated);

    private static Verdict Fail(PerfSeverity severity, string reason) => new(PerfOutcome.Failed, reason) { Severity = severity };

    private static string Bytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:#,0.##} B");
}
