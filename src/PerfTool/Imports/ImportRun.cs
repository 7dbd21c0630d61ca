using System.Globalization;
using PerfAssert;
using PerfTool.Cli;
using PerfTool.Results;

namespace PerfTool.Imports;

/// <summary>Holds imported figures against baseline, budgets and the tool's own thresholds: results like those of a test run.</summary>
internal static class ImportRun
{
    /// <summary>Fewer samples have no median worth comparing: what PerfBenchmark asks for.</summary>
    private const int FewestSamples = 10;

    private const string AllocatedSuffix = " allocated";

    /// <summary>The figures as PerfBenchmark keeps them; null where the file has none that a baseline could be made of.</summary>
    public static PerfBenchmark? Record(Imported imported, string? environment)
    {
        var run = new PerfBenchmark(imported.Tool, environment ?? imported.Machine);
        var any = false;
        foreach (var metric in imported.Metrics.Where(IsComparable))
        {
            any = true;
            if (metric.Samples.Count > 0)
                run.RecordSamples(metric.Name, metric.Samples, "ns");
            else
                run.Record(metric.Name, metric.Times!.P50!.Value, "ns");
            if (metric.Times!.Allocated is { } allocated)
                run.Record(metric.Name + AllocatedSuffix, allocated, "B");
        }

        return any ? run : null;
    }

    /// <summary>Judges. Pure but for what PerfBenchmark asks of the machine's name.</summary>
    /// <param name="imported">The figures.</param>
    /// <param name="name">The imported file, for the reader.</param>
    /// <param name="measured">When they were measured.</param>
    /// <param name="baseline">What to compare with; null for nothing.</param>
    /// <param name="budgets">Operations of metrics.</param>
    /// <param name="environment">Where they were measured, if the user says it.</param>
    /// <exception cref="ToolException">The baseline is of another tool.</exception>
    public static ResultsFile Judge(Imported imported, string name, DateTime measured, BenchmarkBaseline? baseline, ImportBudgets budgets, string? environment)
    {
        if (baseline is not null && baseline.Benchmark != imported.Tool)
            throw new ToolException($"The baseline is of '{baseline.Benchmark}', and this is '{imported.Tool}': each has its own file.");
        var run = Record(imported, environment);
        var compared = baseline is null || run is null ? [] : run.CompareWith(baseline).Metrics.ToDictionary(metric => metric.Name);
        var tests = imported.Metrics.Select(metric => Judge(imported.Tool, metric, baseline is not null, compared, budgets)).ToList();
        var known = imported.Metrics.Select(metric => metric.Name).SelectMany(metric => new[] { metric, metric + AllocatedSuffix }).ToHashSet();
        tests.AddRange(compared.Values.Where(metric => !known.Contains(metric.Name)).Select(metric => Empty(imported.Tool, metric.Name, PerfOutcome.NotMeasured, metric.Reason)));
        return new ResultsFile
        {
            Schema = ResultsFile.CurrentSchema, Assembly = name, TargetFramework = imported.Tool, Machine = run?.Environment ?? environment ?? imported.Machine ?? "unknown machine", Started = measured, Tests = tests,
        };
    }

    private static bool IsComparable(ImportedMetric metric) => metric.Times is { P50: not null } times && (times.Samples >= FewestSamples || metric.Samples.Count > 0);

    private static TestResult Judge(string tool, ImportedMetric metric, bool hasBaseline, IReadOnlyDictionary<string, MetricComparison> compared, ImportBudgets budgets)
    {
        if (metric.Problem is { } problem)
            return Empty(tool, metric.Name, PerfOutcome.NotMeasured, problem);
        var verdicts = metric.Thresholds.Select(threshold => threshold.IsKept
            ? new ImportVerdict(PerfOutcome.Pass, $"within {tool}'s threshold '{threshold.Limit}'")
            : new ImportVerdict(PerfOutcome.Failed, $"{tool}'s threshold '{threshold.Limit}' is broken", PerfSeverity.Critical)).ToList();
        BudgetResult? budget = null;
        if (metric.Times is { } times && budgets.Operations.TryGetValue(metric.Name, out var operation))
        {
            (budget, var verdict) = ImportedBudget.Judge(operation, budgets.File, times);
            verdicts.Add(verdict);
        }

        var time = compared.GetValueOrDefault(metric.Name);
        var allocated = compared.GetValueOrDefault(metric.Name + AllocatedSuffix);
        if (metric.Times is not null)
            verdicts.AddRange(Baseline(metric, hasBaseline, time, allocated));
        var all = ImportVerdict.Combine(verdicts);
        return Empty(tool, metric.Name, all.Outcome, all.Reason) with
        {
            Severity = all.Severity, FailsTest = all.Outcome == PerfOutcome.Failed, Budget = budget, Now = metric.Times,
            Ratio = time is { WorseBy: { } worse } ? Math.Round(1 + worse, 4) : null,
            Baseline = time?.Then is { } then ? new Figures { P50 = then.P50, P95 = then.Count > 1 ? then.P95 : null, PercentilesOf = metric.Times?.PercentilesOf, Allocated = allocated?.Then?.P50 } : null,
        };
    }

    private static IEnumerable<ImportVerdict> Baseline(ImportedMetric metric, bool hasBaseline, MetricComparison? time, MetricComparison? allocated)
    {
        if (!IsComparable(metric))
        {
            yield return new ImportVerdict(PerfOutcome.NoBaseline, metric.Times!.Samples is { } samples
                ? string.Create(CultureInfo.InvariantCulture, $"{samples} samples are too few to compare with a baseline: {FewestSamples} are needed")
                : "without sample counts it is not compared with a baseline");
        }
        else if (!hasBaseline)
        {
            yield return new ImportVerdict(PerfOutcome.NoBaseline, "no baseline was named");
        }
        else
        {
            if (time is not null)
                yield return new ImportVerdict(time.Outcome, time.Reason, time.Severity);
            if (allocated is not null)
                yield return new ImportVerdict(allocated.Outcome, "allocated: " + allocated.Reason, allocated.Severity);
        }
    }

    private static TestResult Empty(string tool, string name, PerfOutcome outcome, string reason) => new() { Key = $"{tool}: {name}", Name = name, Outcome = outcome, FailsTest = false, Reason = reason };
}
