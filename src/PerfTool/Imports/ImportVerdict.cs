using PerfAssert;

namespace PerfTool.Imports;

/// <summary>What one judge says of a metric.</summary>
internal sealed record ImportVerdict(PerfOutcome Outcome, string Reason, PerfSeverity Severity = PerfSeverity.None)
{
    /// <summary>All judges together: the worst decides; what could not be compared is told beside what could.</summary>
    public static ImportVerdict Combine(IReadOnlyList<ImportVerdict> verdicts)
    {
        var worst = verdicts.MaxBy(verdict => verdict.Rank)!;
        var reasons = verdicts.Where(verdict => verdict.Rank == worst.Rank || (worst.Rank <= 1 && verdict.Outcome == PerfOutcome.NoBaseline)).Select(verdict => verdict.Reason).Distinct();
        return worst with { Reason = string.Join("; ", reasons), Severity = verdicts.Where(verdict => verdict.Outcome == worst.Outcome).Max(verdict => verdict.Severity) };
    }

    private int Rank => Outcome switch
    {
        PerfOutcome.Failed => 6,
        PerfOutcome.Inconclusive => 5,
        PerfOutcome.Warning => 4,
        PerfOutcome.Info => 3,
        PerfOutcome.NotMeasured => 2,
        PerfOutcome.NoBaseline => 0,
        _ => 1,
    };
}
