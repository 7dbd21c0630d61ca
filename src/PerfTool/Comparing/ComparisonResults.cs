using PerfAssert;
using PerfAssert.Builds;
using PerfAssert.Measuring;
using PerfAssert.Statistics;
using PerfTool.Results;

namespace PerfTool.Comparing;

/// <summary>A comparison in the format of results files, so that report, gate and comment know one kind of input.</summary>
internal static class ComparisonResults
{
    /// <summary>The results of one project.</summary>
    /// <param name="compared">What came of it.</param>
    /// <param name="assembly">The test assembly's name.</param>
    /// <param name="framework">Its target framework.</param>
    /// <param name="baseName">What the older build is called.</param>
    /// <param name="approved">By key, why a regression was accepted.</param>
    /// <param name="strict">Whether inconclusive tests fail.</param>
    /// <param name="started">When the comparison began, UTC.</param>
    public static ResultsFile Of(
        BuildsCompared compared, string assembly, string framework, string baseName, IReadOnlyDictionary<string, string> approved, bool strict, DateTime started) => new()
    {
        Schema = ResultsFile.CurrentSchema,
        Assembly = assembly,
        TargetFramework = framework,
        Machine = MachineFingerprint.Current.Key,
        Started = started,
        Base = baseName,
        Tests =
        [
            .. compared.Tests.Select(test => Of(test, baseName, approved.GetValueOrDefault(test.Processes[0].Key), strict)),
            .. compared.Changes.Added.Select(key => Uncompared(key, $"new: {baseName} does not have it")),
            .. compared.Changes.Renamed.Select(pair => Uncompared(pair.To, $"renamed, it seems, from {pair.From}: not compared")),
            .. compared.Changes.Removed.Select(key => Uncompared(key, $"removed: only {baseName} has it")),
        ],
    };

    private static TestResult Of(ComparedTest test, string baseName, string? approved, bool strict)
    {
        var (first, verdict) = (test.Processes[0], test.Verdict);
        var fails = (verdict.Outcome == PerfOutcome.Failed && approved is null) || (strict && verdict.Outcome == PerfOutcome.Inconclusive);
        var times = test.Processes.Where(process => process.Time is not null).ToList();
        return new TestResult
        {
            Key = first.Key,
            Name = first.DisplayName,
            Outcome = verdict.Outcome,
            Severity = verdict.Severity,
            FailsTest = fails,
            Reason = verdict.Reason,
            Approved = verdict.Outcome == PerfOutcome.Failed ? approved : null,
            Ratio = Rounded(verdict.Ratio),
            Baseline = Figures(test.Processes, process => process.Before, process => process.AllocatedBytes.Before),
            Now = Figures(test.Processes, process => process.Now, process => process.AllocatedBytes.Now),
            AllocatedAtBaseline = times.Count == 0 ? null : times.Min(process => process.AllocatedBytes.Before),
            Facts = first.Facts.Count == 0 ? null : first.Facts.ToDictionary(fact => fact.Key, fact => new FactRange(fact.Value.Now, fact.Value.Now), StringComparer.Ordinal),
            Comparison = times.Count == 0 ? null : new ComparisonResult
            {
                RelativeTo = baseName,
                Ratio = Rounded(verdict.Ratio),
                Lower = Rounded(times.Min(process => process.Time!.Value.Lower)),
                Upper = Rounded(times.Max(process => process.Time!.Value.Upper)),
                Processes = [.. times.Select(process => Math.Round(process.Time!.Value.Ratio, 4))],
                Control = times.All(process => process.Control is null) ? null : [.. times.Select(process => process.Control).OfType<TimeRatio>().Select(control => Math.Round(control.Ratio, 4))],
            },
        };
    }

    private static TestResult Uncompared(string key, string reason) => new() { Key = key, Name = key, Outcome = PerfOutcome.NotMeasured, FailsTest = false, Reason = reason };

    /// <summary>Of several processes the medians.</summary>
    private static Figures? Figures(IReadOnlyList<BuildComparison> processes, Func<BuildComparison, CallTimes?> side, Func<BuildComparison, double> allocated)
    {
        var times = processes.Select(side).OfType<CallTimes>().ToList();
        return times.Count == 0 ? null : new Figures
        {
            Min = Median(time => time.Min),
            P25 = Median(time => time.P25),
            P50 = Median(time => time.P50),
            P95 = Median(time => time.P95),
            P99 = Median(time => time.P99),
            PercentilesOf = times[0].PercentilesOf == PercentileSource.Calls ? "calls" : "batch means",
            Allocated = processes.Min(allocated),
            AllocatedBy = processes.All(process => process.AllocatedExactly) ? "thread" : "process",
        };

        double Median(Func<CallTimes, double> figure) => Math.Round(times.Select(figure).Order().ElementAt((times.Count - 1) / 2), 3);
    }

    private static double? Rounded(double? ratio) => ratio is { } value && double.IsFinite(value) ? Math.Round(value, 4) : null;
}
