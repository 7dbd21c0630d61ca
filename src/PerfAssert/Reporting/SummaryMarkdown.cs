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
        text.Append("### PerfAssert: ").Append(Escape(title)).Append("\n\n");
        Append(header);
        // The name and the verdict are words, the rest figures.
        text.Append('|').AppendJoin('|', header.Select((_, i) => i < 2 ? ":--" : "--:")).Append("|\n");
        foreach (var row in rows)
            Append(row);
        text.Append('\n').Append(Escape(SummaryTable.Counts(results))).Append('\n');
        foreach (var note in SummaryTable.Notes(results))
            text.Append("\n- ").Append(Escape(note));
        text.Append('\n');
        foreach (var result in SummaryTable.Ordered(results).Where(r => r.Outcome is PerfOutcome.Failed or PerfOutcome.Inconclusive))
            text.Append("\n<details><summary>").Append(Escape(ResultText.Headline(result))).Append("</summary>\n\n").Append(Fenced(result.Describe())).Append("\n</details>\n");
        return text.ToString();

        void Append(string[] cells) => text.Append("| ").AppendJoin(" | ", cells.Select(Escape)).Append(" |\n");
    }

    /// <summary>Text that Markdown and HTML leave as it is, in one line.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\\' or '|' or '`' or '*' or '_' or '[' or ']' or '#' or '~' or '$' or '@' => escaped.Append('\\').Append(c),
                _ => escaped.Append(char.IsControl(c) ? ' ' : c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A block of text as it is, with a fence longer than any in it.</summary>
    private static string Fenced(string text)
    {
        var longest = 2;
        for (int i = 0, run = 0; i < text.Length; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return $"{fence}text\n{text.ReplaceLineEndings("\n")}\n{fence}\n";
    }
}
