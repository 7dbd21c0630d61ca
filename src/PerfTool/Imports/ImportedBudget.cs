using System.Globalization;
using PerfAssert;
using PerfBudgets;
using PerfTool.Results;

namespace PerfTool.Imports;

/// <summary>Imported percentiles against an operation's limits, in the words of a perf test's budget.</summary>
internal static class ImportedBudget
{
    /// <summary>Judges.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="file">The file its limits stand in, for the reader.</param>
    /// <param name="times">What was measured.</param>
    public static (BudgetResult Result, ImportVerdict Verdict) Judge(OperationBudget operation, string file, Figures times)
    {
        var verdicts = new List<ImportVerdict>();
        var result = new BudgetResult
        {
            Operation = operation.Name, File = file, Outcome = PerfOutcome.Pass, PercentilesOf = times.PercentilesOf,
            P50 = One("p50", operation.P50, times.P50), P95 = One("p95", operation.P95, times.P95), P99 = One("p99", operation.P99, times.P99),
        };
        var verdict = ImportVerdict.Combine(verdicts);
        return (result with { Outcome = verdict.Outcome }, verdict);

        BudgetPercentile? One(string name, Limits? limits, double? measured)
        {
            if (limits is null)
                return null;
            if (measured is not { } now)
            {
                verdicts.Add(new ImportVerdict(PerfOutcome.Inconclusive, $"{name} has a limit for {operation.Name}, and the file has no {name}"));
                return null;
            }

            verdicts.Add(Weigh(times.PercentilesOf == "batch means" ? name + " of batch means" : name, now, limits, operation.Name));
            return new BudgetPercentile(now, (double?)limits.Target?.Nanoseconds, (double?)limits.Warning?.Nanoseconds, (double?)limits.Critical?.Nanoseconds);
        }
    }

    private static ImportVerdict Weigh(string label, double now, Limits limits, string operation)
    {
        return Exceeds(limits.Critical) ? new ImportVerdict(PerfOutcome.Failed, Over("critical limit", limits.Critical!.Value), PerfSeverity.Critical)
            : Exceeds(limits.Warning) ? new ImportVerdict(PerfOutcome.Warning, Over("warning limit", limits.Warning!.Value))
            : Exceeds(limits.Target) ? new ImportVerdict(PerfOutcome.Info, Over("target", limits.Target!.Value))
            : new ImportVerdict(PerfOutcome.Pass, $"within the budget of {operation}");

        bool Exceeds(Duration? limit) => limit is { } given && now > (double)given.Nanoseconds;

        string Over(string kind, Duration limit)
        {
            var ratio = now / (double)limit.Nanoseconds;
            return string.Create(CultureInfo.InvariantCulture, $"{label} is {(ratio < 2 ? $"{Math.Max(1, (ratio - 1) * 100):0} % over" : $"{ratio:0.0} times")} the {kind} of {limit} for {operation}");
        }
    }
}
