using System.Text;

namespace PerfAssert.Reporting;

/// <summary>The run at a glance, as Markdown: for GitHub's step summary. The table of <see cref="SummaryTable"/>, and in full what failed or stayed open.</summary>
internal static class SummaryMarkdown
{
    /// <summary>Markdown with a final newline.</summary>
    public static string Render(string title, IReadOnlyCollection<PerfTestResult> results)
    {
        var (header, rows) = SummaryTable.Cells(results);
        var text = new StringBuilder();
        text.Append("### PerfAssert: ").Append(MarkdownText.Escape(title)).Append("\n\n");
        Append(header);
        // The name and the verdict are words, the rest figures.
        text.Append('|').AppendJoin('|', header.Select((_, i) => i < 2 ? ":--" : "--:")).Append("|\n");
        foreach (var row in rows)
            Append(row);
        text.Append('\n').Append(MarkdownText.Escape(SummaryTable.Counts(results))).Append('\n');
        foreach (var note in SummaryTable.Notes(results))
            text.Append("\n- ").Append(MarkdownText.Escape(note));
        text.Append('\n');
        foreach (var result in SummaryTable.Ordered(results).Where(r => r.Outcome is PerfOutcome.Failed or PerfOutcome.Inconclusive))
            text.Append("\n<details><summary>").Append(MarkdownText.Escape(ResultText.Headline(result))).Append("</summary>\n\n").Append(MarkdownText.Fenced(result.Describe())).Append("\n</details>\n");
        return text.ToString();

        void Append(string[] cells) => text.Append("| ").AppendJoin(" | ", cells.Select(MarkdownText.Escape)).Append(" |\n");
    }
}
