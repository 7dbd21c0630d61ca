using System.Net;
using System.Text;

namespace PerfTool.Reports;

/// <summary>Text that Markdown leaves as it is.</summary>
internal static class Markdown
{
    /// <summary>In a line of Markdown.</summary>
    public static string Escape(string text)
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

    /// <summary>A folded block. What stands in a summary is HTML, in which Markdown's escapes would show, and in code nobody is mentioned.</summary>
    public static string Folded(string summary, string text) => $"<details><summary><code>{WebUtility.HtmlEncode(TestWords.Plain(summary))}</code></summary>\n\n{Fenced(text)}\n</details>\n";

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
        return $"{fence}text\n{text}\n{fence}\n";
    }
}
