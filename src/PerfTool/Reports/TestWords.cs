using System.Globalization;
using PerfAssert;
using PerfAssert.Reporting;
using PerfTool.Results;

namespace PerfTool.Reports;

/// <summary>A test's result in words: those of its own failure message and of the run's own summary. In one line each, without control characters.</summary>
internal static class TestWords
{
    /// <summary>The test, the verdict and why: the first line of the failure message.</summary>
    public static string Headline(TestResult test) => $"{Plain(test.Name)}: {Outcome(test)}: {Plain(test.Reason)}";

    /// <summary>The outcome, with the severity of a failure.</summary>
    public static string Outcome(TestResult test) => test.Outcome switch
    {
        PerfOutcome.Failed => (test.Severity == PerfSeverity.None ? "FAILED" : $"FAILED ({test.Severity.ToString().ToLowerInvariant()})") + (test.Approved is null ? "" : ", approved"),
        PerfOutcome.Inconclusive => test.FailsTest ? "INCONCLUSIVE (strict)" : "inconclusive",
        PerfOutcome.NotMeasured => "not measured",
        PerfOutcome.NoBaseline => "no baseline",
        _ => test.Outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>Class and method without namespace: the title names the assembly.</summary>
    public static string Short(TestResult test)
    {
        // Namespace.Class.Method#row @framework; an outer class stands before a plus, and only the namespace has dots.
        var method = test.Key.Split('#', 2)[0].Split(" @", 2)[0];
        var name = Plain(test.Name);
        var type = method.LastIndexOf('.');
        var space = type <= 0 ? -1 : method.LastIndexOf('.', type - 1);
        return space > 0 && name.StartsWith(method[..(space + 1)], StringComparison.Ordinal) ? name[(space + 1)..] : name;
    }

    /// <summary>Then and now: the pair of times that the ratio rests on.</summary>
    public static string Time(TestResult test)
    {
        if (test.Comparison is { } comparison)
            return $"{(comparison.Processes is null ? Plain(comparison.RelativeTo) + " " : "")}{TimeOf(Typical(comparison.Reference))} → {TimeOf(Typical(comparison.Now))}";
        if (test.Now is not { } now || Typical(now) is null)
            return "";
        if (test.Baseline is not { } then)
            return $"- → {TimeOf(Typical(now))}";
        var (before, after) = Typical(then, now);
        return test.Ratio is { } ratio && Distance(then.Min, now.Min, ratio) < Distance(before, after, ratio)
            ? $"{TimeOf(then.Min)} → {TimeOf(now.Min)}"
            : $"{TimeOf(before)} → {TimeOf(after)}";
    }

    /// <summary>How many times as long as the other; empty where time was not compared.</summary>
    public static string Ratio(TestResult test) => (test.Comparison?.Ratio ?? test.Ratio) is { } ratio ? Format.Ratio(ratio) : "";

    /// <summary>The three percentiles, and whether they are of batch means; empty where there are none.</summary>
    public static string Percentiles(TestResult test)
    {
        var now = test.Comparison?.Now ?? test.Now;
        return now is not { P50: not null } ? ""
            : string.Join(" / ", new[] { now.P50, now.P95, now.P99 }.Select(TimeOf)) + (now.PercentilesOf == "batch means" ? " of means" : "");
    }

    /// <summary>Bytes, then and now where they differ.</summary>
    public static string Allocated(TestResult test)
    {
        var now = test.Comparison?.Now?.Allocated ?? test.Now?.Allocated;
        var then = test.Comparison is { } comparison ? comparison.Processes is null ? null : comparison.Reference?.Allocated : test.AllocatedAtBaseline ?? test.Baseline?.Allocated;
        return now is not { } bytes ? ""
            : then is { } was && Format.Bytes(was) != Format.Bytes(bytes) ? $"{Format.Bytes(was)} → {Format.Bytes(bytes)}"
            : Format.Bytes(bytes);
    }

    /// <summary>SQL commands and rows: "2 → 51 / 25 → 50"; empty where none were counted.</summary>
    public static string Sql(TestResult test) => test.Facts is not { } facts ? "" : string.Join(
        " / ",
        new[] { ExactFact.SqlCommands.Name, ExactFact.SqlRows.Name }.Where(facts.ContainsKey).Select(name => Change(test, name, facts[name]) + Range(facts[name])));

    /// <summary>All that was counted, in words; null where nothing was.</summary>
    public static string? Facts(TestResult test) => test.Facts is not { Count: > 0 } facts ? null : string.Join(
        ", ",
        facts.Select(fact => $"{Change(test, fact.Key, fact.Value)}{Range(fact.Value)} {Unit(fact.Key)}{(fact.Value.Fewest == fact.Value.Most ? "" : " (varies between calls: not gated)")}"));

    /// <summary>Operation, percentiles and limits, and the file these stand in.</summary>
    public static string Budget(BudgetResult budget)
    {
        var percentiles = new[] { ("p50", budget.P50), ("p95", budget.P95), ("p99", budget.P99) }
            .Where(one => one.Item2 is not null)
            .Select(one => $"{one.Item1} {Format.Time(one.Item2!.Now)} ({Limits(one.Item2)})");
        return $"{budget.Operation}: {string.Join(", ", percentiles)}{(budget.PercentilesOf == "batch means" ? ", of batch means: single calls may be slower" : "")}; {budget.File}";
    }

    /// <summary>The command that makes a received file the baseline: the tool's own in its repository, else one that needs nothing installed.</summary>
    public static string Accept(ResultsFile file, string received, string committed)
    {
        var byHand = $"mv {Plain(received)} {Plain(committed)}";
        return file.Project is { } project ? AcceptAdvice.In(project, byHand) : byHand;
    }

    /// <summary>Text in one line.</summary>
    public static string Plain(string text) => text.Any(char.IsControl) ? new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]) : text;

    /// <summary>A time, or a hyphen where it is not known.</summary>
    public static string TimeOf(double? nanoseconds) => nanoseconds is { } value ? Format.Time(value) : "-";

    /// <summary>What stands for all calls: the first quartile of batches, or the median where that is all there is.</summary>
    public static double? Typical(Figures? figures) => figures?.P25 ?? figures?.P50 ?? figures?.Min;

    /// <summary>The same of both: quartiles, or medians where one side has no quartile.</summary>
    public static (double? Then, double? Now) Typical(Figures then, Figures now) => then.P25 is not null && now.P25 is not null ? (then.P25, now.P25) : (then.P50, now.P50);

    private static string Limits(BudgetPercentile percentile) => string.Join(
        ", ",
        new[] { ("target", percentile.Target), ("warning", percentile.Warning), ("critical", percentile.Critical) }
            .Where(limit => limit.Item2 is not null).Select(limit => $"{limit.Item1} {Format.Time(limit.Item2!.Value)}"));

    private static double Distance(double? then, double? now, double ratio) => then is > 0 && now is not null ? Math.Abs(now.Value / then.Value - ratio) : double.PositiveInfinity;

    private static string Change(TestResult test, string name, FactRange now) =>
        test.Baseline?.Facts is { } facts && facts.TryGetValue(name, out var then) && (then != now.Most || now.Fewest != now.Most)
            ? string.Create(CultureInfo.InvariantCulture, $"{then:#,0} → ") : "";

    private static string Range(FactRange fact) => fact.Fewest == fact.Most
        ? fact.Most.ToString("#,0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{fact.Fewest:#,0} to {fact.Most:#,0}");

    private static string Unit(string fact) => fact switch
    {
        "sqlCommands" => "SQL commands",
        "sqlRows" => "rows",
        "sqlSameStatement" => "times the same statement",
        "sqlFullScans" => "full scans",
        _ => Plain(fact),
    };
}
