namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>The report as JSON: times in milliseconds, kinds as words.</summary>
internal static class SlowQueryJson
{
    /// <summary>Everything.</summary>
    public static object Report(SlowQueryReport report) => new
    {
        report.Since,
        report.Commands,
        report.Logged,
        report.Dropped,
        WarningMs = report.Thresholds.Warning.ToTimeSpan().TotalMilliseconds,
        CriticalMs = report.Thresholds.Critical.ToTimeSpan().TotalMilliseconds,
        Totals = report.Totals.Select(Total),
        Groups = report.Groups.Select(group => new { Summary = Summary(group), group.Fingerprint, Slowest = Entry(group.Slowest) }),
        Entries = report.Entries.Select(Entry),
    };

    /// <summary>Numbers alone, no SQL.</summary>
    public static object Metrics(SlowQueryReport report) => new
    {
        report.Since,
        report.Commands,
        report.Logged,
        report.Dropped,
        Totals = report.Totals.Select(Total),
        Groups = report.Groups.Select(Summary),
    };

    /// <summary>A value as a word: <c>SlowExecution</c> is <c>slowExecution</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static object Total(SlowQueryTotal total) => new
    {
        total.Entity,
        Action = Word(total.Action),
        total.Count,
        SlowestMs = total.Slowest.Duration.TotalMilliseconds,
        SlowestKind = Word(total.Slowest.Kind),
    };

    private static object Summary(SlowQueryGroup group) => new
    {
        group.Entity,
        Action = Word(group.Action),
        Kind = Word(group.Kind),
        group.CallSite,
        group.Count,
        P50Ms = group.P50.TotalMilliseconds,
        P95Ms = group.P95.TotalMilliseconds,
        P99Ms = group.P99.TotalMilliseconds,
        SlowestMs = group.Slowest.Duration.TotalMilliseconds,
    };

    private static object Entry(SlowQueryEntry entry) => new
    {
        entry.At,
        Kind = Word(entry.Kind),
        Severity = Word(entry.Severity),
        DurationMs = entry.Duration.TotalMilliseconds,
        Action = Word(entry.Action),
        entry.Entity,
        entry.CallSite,
        entry.Error,
        entry.Sql,
        Parameters = entry.Parameters.Select(parameter => new { parameter.Name, parameter.Value, parameter.IsRedacted }),
    };
}
