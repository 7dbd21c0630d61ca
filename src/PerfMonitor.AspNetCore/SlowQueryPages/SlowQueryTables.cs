using System.Globalization;
using PerfMonitor.Log;

namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>The report as the page's texts.</summary>
internal static class SlowQueryTables
{
    private static readonly PageColumn[] GroupColumns =
    [
        new("Worst", CellKind.Severity), new("Kind"), new("Entity"), new("Action"), new("Count", CellKind.Number), new("p50, ms", CellKind.Number),
        new("p95, ms", CellKind.Number), new("p99, ms", CellKind.Number), new("Slowest, ms", CellKind.Number), new("Call site"), new("Statement", CellKind.Code),
    ];

    private static readonly PageColumn[] TotalColumns = [new("Entity"), new("Action"), new("Count", CellKind.Number), new("Slowest, ms", CellKind.Number), new("Of kind")];

    private static readonly PageColumn[] EntryColumns =
    [
        new("Ended (UTC)"), new("Severity", CellKind.Severity), new("Kind"), new("Duration, ms", CellKind.Number), new("Entity"), new("Action"), new("Error"),
        new("Call site"), new("SQL", CellKind.Code),
    ];

    public static string Lead(SlowQueryReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"This instance since {Time(report.Since)} UTC: {report.Commands:#,0} commands, {report.Logged:#,0} of them here, {report.Dropped:#,0} dropped for newer ones. Slow is over {report.Thresholds.Warning}, critical over {report.Thresholds.Critical}.");

    public static IEnumerable<PageTable> Of(SlowQueryReport report) =>
    [
        new("By entity and action", "No query was slow.", TotalColumns, [.. report.Totals.Select(Row)]),
        new("By statement", "No query was slow.", GroupColumns, [.. report.Groups.Select(Row)]),
        new("Latest", "No query was slow.", EntryColumns, [.. report.Entries.Select(Row)]),
    ];

    private static string[] Row(SlowQueryTotal total) =>
    [
        total.Entity ?? "", SlowQueryJson.Word(total.Action), total.Count.ToString("#,0", CultureInfo.InvariantCulture), Milliseconds(total.Slowest.Duration), ReportText.Name(total.Slowest.Kind),
    ];

    private static string[] Row(SlowQueryGroup group) =>
    [
        SlowQueryJson.Word(group.Slowest.Severity), ReportText.Name(group.Kind), group.Entity ?? "", SlowQueryJson.Word(group.Action), group.Count.ToString("#,0", CultureInfo.InvariantCulture),
        Milliseconds(group.P50), Milliseconds(group.P95), Milliseconds(group.P99), Milliseconds(group.Slowest.Duration), group.CallSite ?? "", group.Fingerprint,
    ];

    private static string[] Row(SlowQueryEntry entry) =>
    [
        Time(entry.At), SlowQueryJson.Word(entry.Severity), ReportText.Name(entry.Kind), Milliseconds(entry.Duration), entry.Entity ?? "", SlowQueryJson.Word(entry.Action),
        entry.Error ?? "", entry.CallSite ?? "", entry.SqlWithParameters,
    ];

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan duration) => duration.TotalMilliseconds.ToString("#,0.#", CultureInfo.InvariantCulture);
}
