namespace PerfAssert;

/// <summary>The table of the perf tests that this process ran, for test frameworks whose programs show it themselves.</summary>
public static class PerfSummary
{
    /// <summary>The table, one for each assembly that had perf tests; null when there is nothing to show, or the project sets PerfAssertShowSummary=false.</summary>
    public static string? Text => Reporting.RunReport.Shown is { Count: > 0 } reports ? string.Concat(reports.Select(report => report.Table())) : null;

    /// <summary>The files that hold it. They exist, unless their folder cannot be written to.</summary>
    public static IReadOnlyList<string> Files => [.. Reporting.RunReport.Shown.Select(report => report.SummaryPath)];
}
