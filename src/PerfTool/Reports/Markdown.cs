using System.Net;
using PerfAssert.Reporting;

namespace PerfTool.Reports;

/// <summary>Text that Markdown leaves as it is.</summary>
internal static class Markdown
{
    /// <summary>In a line of Markdown.</summary>
    public static string Escape(string text) => MarkdownText.Escape(text);

    /// <summary>A folded block. What stands in a summary is HTML, in which Markdown's escapes would show, and in code nobody is mentioned.</summary>
    public static string Folded(string summary, string text) => $"<details><summary><code>{WebUtility.HtmlEncode(TestWords.Plain(summary))}</code></summary>\n\n{MarkdownText.Fenced(text)}\n</details>\n";
}
