using System.Globalization;

namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>The report as tables.</summary>
internal static class SlowQueryTables
{
    private static readonly PageColumn[] Columns =
    [
        new("Severity", CellKind.Severity), new("Entity"), new("Action"), new("Count", CellKind.Number), new("p50, ms", CellKind.Number),
        new("p95, ms", CellKind.Number), new("p99, ms", CellKind.Number), new("Slowest, ms", CellKind.Number), new("Statement", CellKind.Code),
    ];

    public static IEnumerable<PageTable> Of(SlowQueryReport report) =>
    [
        new("By statement", "No query was slow.", Columns,
        [
            .. report.Groups.Select(group => (string[])
            [
                group.Severity, group.Entity, group.Action, group.Count.ToString(CultureInfo.InvariantCulture),
                Milliseconds(group.P50Ms), Milliseconds(group.P95Ms), Milliseconds(group.P99Ms), Milliseconds(group.SlowestMs), group.Statement,
            ]),
        ]),
    ];

    private static string Milliseconds(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);
}
