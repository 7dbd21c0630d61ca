using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Facts;

namespace PerfAssert.Verdicts;

/// <summary>
/// Counted facts held against the test's limits and its baseline. They gate on any machine and in any build. A count that varies between calls
/// fails against a limit only where every call is over it, and never against the baseline.
/// </summary>
internal static class FactRules
{
    private static readonly Verdict Fine = new(PerfOutcome.Pass, "");

    /// <summary>The facts of the newest record that has any, whichever machine's: they don't depend on it.</summary>
    public static FactCounts Baseline(BaselineEntry? entry) =>
        entry?.Machines.Values.Where(record => !record.Facts.IsEmpty).MaxBy(record => record.Recorded)?.Facts ?? FactCounts.None;

    /// <summary>What a record made of this run keeps.</summary>
    public static FactCounts ToRecord(IReadOnlyList<CountedFact> facts) =>
        facts.Where(fact => fact.Fact.IsInBaseline && fact.IsConstant).Aggregate(FactCounts.None, (counts, fact) => counts.With(fact.Fact.Name, fact.Most));

    /// <summary>Failed, Inconclusive, Improved or Pass, by facts alone.</summary>
    public static Verdict Judge(IReadOnlyList<CountedFact> facts, FactCounts baseline, PerfPolicy policy)
    {
        if (facts.Count == 0 && !baseline.IsEmpty)
            return new Verdict(PerfOutcome.Inconclusive, $"the baseline has its SQL counts, and nothing counts them now: is {ExactFact.SqlCommands.Package} still referenced?");
        var verdicts = facts.SelectMany(fact => new[] { AgainstLimit(fact, policy), AgainstBaseline(fact, baseline) }).ToList();
        return First(PerfOutcome.Failed) ?? First(PerfOutcome.Inconclusive) ?? First(PerfOutcome.Improved) ?? Fine;

        Verdict? First(PerfOutcome outcome) => verdicts.Where(verdict => verdict.Outcome == outcome).MaxBy(verdict => verdict.Severity);
    }

    /// <summary>The verdict of the whole test. Of facts and time the worse decides; time is told beside a failure of facts.</summary>
    /// <param name="facts">What <see cref="Judge"/> said.</param>
    /// <param name="measured">The verdict on time and allocations, or that they were not measured.</param>
    /// <param name="isFirst">Whether facts were counted that the baseline does not have.</param>
    public static Verdict Combine(Verdict facts, Verdict measured, bool isFirst)
    {
        var verdict = facts.Outcome switch
        {
            PerfOutcome.Failed => facts with { TimeRatio = measured.TimeRatio },
            PerfOutcome.Inconclusive when measured.Outcome != PerfOutcome.Failed => facts with { TimeRatio = measured.TimeRatio },
            PerfOutcome.Improved when measured.Outcome is PerfOutcome.Pass or PerfOutcome.Info => facts with { TimeRatio = measured.TimeRatio },
            _ => measured,
        };
        return isFirst && verdict.Outcome is PerfOutcome.Pass or PerfOutcome.Info
            ? verdict with { HasNewFacts = true, Reason = verdict.Reason + "; SQL was counted for the first time" }
            : verdict;
    }

    private static Verdict AgainstLimit(CountedFact fact, PerfPolicy policy)
    {
        if (policy.LimitOf(fact.Fact) is not { } limit || fact.Most <= limit)
            return Fine;
        var over = fact.Fact == ExactFact.SqlFullScans ? $"which {fact.Fact.LimitedBy} forbids" : $"over the limit of {fact.Fact.LimitedBy} = {limit}";
        return fact.Fewest > limit
            ? Fail(PerfSeverity.Critical, $"{fact.Words} a call, {over}", fact)
            : new Verdict(PerfOutcome.Inconclusive, $"some calls of the test came to {fact.Fact.Words(fact.Most)}, {over}, others to {fact.Fewest}") { Details = fact.Details };
    }

    private static Verdict AgainstBaseline(CountedFact fact, FactCounts baseline)
    {
        if (baseline.Find(fact.Fact) is not { } then || (fact.IsConstant && fact.Most == then))
            return Fine;
        if (fact.Unknown is { } unknown)
            return new Verdict(PerfOutcome.Inconclusive, $"{fact.Fact.Words(then)} a call at the baseline, unknown now: {unknown}");
        var reason = string.Create(CultureInfo.InvariantCulture, $"{fact.Words} a call, {then:#,0} at the baseline");
        if (!fact.IsConstant)
            return fact.Fewest > then ? new Verdict(PerfOutcome.Inconclusive, reason + ", but it varies between calls") { Details = fact.Details } : Fine;
        if (fact.Most < then)
            return new Verdict(PerfOutcome.Improved, reason);
        return Fail(AllocationRules.Severity(then, fact.Most), reason, fact);
    }

    private static Verdict Fail(PerfSeverity severity, string reason, CountedFact fact) =>
        new(PerfOutcome.Failed, reason) { Severity = severity, Details = fact.Details };
}
