using PerfTool.Cli;
using Spectre.Console;

namespace PerfTool.Reports;

/// <summary>The report for a person at a terminal: the text report's content in the tool's tables, with colour.</summary>
internal static class TerminalReport
{
    /// <summary>Prints it; as plain text where nobody looks.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<ReportSection> sections)
    {
        if (!terminal.IsTerminal)
        {
            terminal.Writer.Write(TextReport.Render(sections));
            return;
        }

        foreach (var section in sections)
        {
            var table = terminal.Table([.. section.Header.Select(head => ReportSection.IsText(head) ? head : ">" + head)]);
            foreach (var (row, test) in section.Rows.Zip(section.Tests))
                table.AddRow([.. row.Select((cell, i) => section.Header[i] == "Verdict" ? $"[{Colour(Severity.Rank(test))}]{Markup.Escape(cell)}[/]" : Markup.Escape(cell))]);
            terminal.Out.WriteLine("PerfAssert: " + section.Title);
            terminal.Out.Write(table);
            foreach (var line in section.Notes.Prepend(ReportSections.Counts(section.Tests)))
                terminal.Out.WriteLine("  " + line);
        }

        if (sections.Count > 1)
            terminal.Out.WriteLine(TextReport.Total(sections));
    }

    private static string Colour(int rank) => rank switch
    {
        <= 2 => "red",
        <= 6 => "yellow",
        <= 8 => "grey",
        _ => "green",
    };
}
