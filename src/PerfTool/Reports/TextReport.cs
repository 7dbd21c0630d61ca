using System.Text;

namespace PerfTool.Reports;

/// <summary>Plain text, as a test run prints it.</summary>
internal static class TextReport
{
    /// <summary>Text with a final newline; empty lines between sections.</summary>
    public static string Render(IReadOnlyList<ReportSection> sections) =>
        string.Join('\n', sections.Select(Section)) + (sections.Count > 1 ? $"\n{Total(sections)}\n" : "");

    /// <summary>The sum of several files.</summary>
    public static string Total(IReadOnlyList<ReportSection> sections) => "all: " + ReportSections.Counts([.. sections.SelectMany(section => section.Tests)]);

    private static string Section(ReportSection section)
    {
        var widths = section.Header.Select((head, i) => section.Rows.Select(row => row[i].Length).Append(head.Length).Max()).ToArray();
        var text = new StringBuilder("PerfAssert: ").Append(section.Title).Append('\n');
        foreach (var row in section.Rows.Prepend(section.Header))
            text.Append(("  " + string.Join("  ", row.Select((cell, i) => ReportSection.IsText(section.Header[i]) ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))).TrimEnd()).Append('\n');
        foreach (var line in section.Notes.Prepend(ReportSections.Counts(section.Tests)))
            text.Append("  ").Append(line).Append('\n');
        return text.ToString();
    }
}
