using System.Globalization;
using System.Text;

namespace PerfMonitor.Log;

/// <summary>The report for a console.</summary>
internal static class ReportText
{
    private const int LongestStatement = 100;
    private static readonly string[] Header = ["Kind", "Action", "Entity", "Count", "p50", "p95", "p99", "Slowest", "Call site", "Statement"];

    public static string Write(SlowQueryReport report)
    {
        List<string[]> rows = [Header, .. report.Groups.Select(Row)];
        var widths = Header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Slow queries since {report.Since:yyyy-MM-dd HH:mm} UTC: {report.Logged} logged of {report.Commands} commands (warning over {report.Thresholds.Warning}, critical over {report.Thresholds.Critical}), {report.Dropped} no longer kept\n");
        foreach (var row in rows)
        {
            var line = string.Join("  ", row.Select((cell, column) => column is >= 3 and <= 7 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])));
            text.Append("  ").Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What a kind is called where people read it.</summary>
    public static string Name(SlowQueryKind kind) => kind switch
    {
        SlowQueryKind.SlowExecution => "slow execution",
        SlowQueryKind.ReaderOpen => "reader open (with the caller's work)",
        SlowQueryKind.Timeout => "timeout",
        SlowQueryKind.Cancelled => "cancelled",
        _ => "error",
    };

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
