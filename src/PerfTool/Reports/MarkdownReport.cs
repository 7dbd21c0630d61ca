using System.Globalization;
using System.Text;
using PerfAssert;

namespace PerfTool.Reports;

/// <summary>Markdown: for a pull request's comment or a job's summary. What failed or stayed open is there in full, folded.</summary>
internal static class MarkdownReport
{
    private const string Note = "\n_The rest did not fit here: {0} more lines and blocks. `perftool report` has all of it._\n";

    /// <summary>Markdown with a final newline.</summary>
    /// <param name="sections">What to report.</param>
    /// <param name="mostCharacters">Cut, at a whole row or block, and said so, where it would be longer. The worst stands first, so what is cut matters least.</param>
    public static string Render(IReadOnlyList<ReportSection> sections, int mostCharacters = int.MaxValue)
    {
        // Tables of all sections before the details of any.
        string[] blocks = [.. sections.SelectMany(Table), .. sections.Count > 1 ? ["\n" + Markdown.Escape(TextReport.Total(sections)) + "\n"] : Array.Empty<string>(), .. sections.SelectMany(Details)];
        var text = new StringBuilder();
        var room = mostCharacters - Note.Length - 10;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (text.Length + blocks[i].Length > room && text.Length + blocks.Skip(i).Sum(block => (long)block.Length) > mostCharacters)
                return text.Append(string.Format(CultureInfo.InvariantCulture, Note, blocks.Length - i)).ToString();
            text.Append(blocks[i]);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Table(ReportSection section)
    {
        yield return $"### PerfAssert: {Markdown.Escape(section.Title)}\n\n{Markdown.Escape(ReportSections.Counts(section.Tests))}\n\n{Row(section.Header)}|{string.Join('|', section.Header.Select(head => ReportSection.IsText(head) ? ":--" : "--:"))}|\n";
        foreach (var row in section.Rows)
            yield return Row(row);
        foreach (var note in section.Notes)
            yield return $"\n- {Markdown.Escape(note)}\n";
        yield return "\n";
    }

    private static IEnumerable<string> Details(ReportSection section) => section.Tests
        .Where(test => test.Outcome is PerfOutcome.Failed or PerfOutcome.Inconclusive or PerfOutcome.Warning)
        .Select(test => "\n" + Markdown.Folded(TestWords.Headline(test), TestDetails.Describe(section.File, test)));

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Markdown.Escape))} |\n";
}
