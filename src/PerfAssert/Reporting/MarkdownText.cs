using System.Text;

namespace PerfAssert.Reporting;

/// <summary>Text that Markdown leaves as it is.</summary>
internal static class MarkdownText
{
    /// <summary>Text that Markdown and HTML leave as it is, in one line.</summary>
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

    /// <summary>A block of text as it is, with a fence longer than any in it.</summary>
    public static string Fenced(string text)
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
