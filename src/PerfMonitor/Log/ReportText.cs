using System.Globalization;
using System.Text;

namespace PerfMonitor.Log;

/// <summary>The report for a console.</summary>
internal static class ReportText
{
    private const int LongestStatement = 100;
    private static readonly string[] TotalsHeader = ["Entity", "Action", "Count", "Slowest", "Of kind"];
    private static readonly string[] Header = ["Kind", "Action", "Entity", "Count", "p50", "p95", "p99", "Slowest", "Call site", "Statement"];

    public static string Write(SlowQueryReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Slow queries since {report.Since:yyyy-MM-dd HH:mm} UTC: {report.Logged} logged of {report.Commands} commands (warning over {report.Thresholds.Warning}, critical over {report.Thresholds.Critical}), {report.Dropped} no longer kept\n");
        Append(text, [TotalsHeader, .. report.Totals.Select(Row)], 2..4);
        text.Append('\n');
        Append(text, [Header, .. report.Groups.Select(Row)], 3..8);
        return text.ToString();
    }

    private static void Append(StringBuilder text, List<string[]> rows, Range figures)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var line = string.Join("  ", row.Select((cell, column) => column >= figures.Start.Value && column < figures.End.Value ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])));
            text.Append("  ").Append(line.TrimEnd()).Append('\n');
        }
    }

    /// <summary>What a kind is called where people read it.</summary>
    public static string Name(SlowQueryKind kind) => kind switch
    {
        SlowQueryKind.SlowExecution => "slow execution",
        SlowQueryKind.ReaderOpen => "reader open (with the caller's work)",
        SlowQueryKind.SlowReading => "slow reading",
        SlowQueryKind.Timeout => "timeout",
        SlowQueryKind.Cancelled => "cancelled",
        _ => "error",
    };

    private static string[] Row(SlowQueryTotal total) =>
    [
        Line(total.Entity ?? "-"), total.Action.ToString().ToLowerInvariant(), total.Count.ToString(CultureInfo.InvariantCulture), Time(total.Slowest.Duration), Name(total.Slowest.Kind),
    ];

    private static string[] Row(SlowQueryGroup group) =>
    [
        Name(group.Kind), group.Action.ToString().ToLowerInvariant(), Line(group.Entity ?? "-"), group.Count.ToString(CultureInfo.InvariantCulture),
        Time(group.P50), Time(group.P95), Time(group.P99), Time(group.Slowest.Duration), Line(group.CallSite ?? "-"), Line(group.Fingerprint),
    ];

    private static string Time(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(time.TotalSeconds >= 1 ? time.TotalSeconds : time.TotalMilliseconds):G3} {(time.TotalSeconds >= 1 ? "s" : "ms")}");

    /// <summary>One line, without characters that a terminal would obey.</summary>
    private static string Line(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= LongestStatement ? line : line[..LongestStatement] + "…";
    }
}
