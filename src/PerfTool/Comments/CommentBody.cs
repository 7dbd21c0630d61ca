using PerfTool.Reports;

namespace PerfTool.Comments;

/// <summary>The comment's text: a mark that readers don't see, by which the next run finds it, and the report.</summary>
internal static class CommentBody
{
    /// <summary>GitHub takes no more.</summary>
    public const int MostCharacters = 65_536;

    /// <summary>The mark; comments of several jobs have different ids.</summary>
    public static string Mark(string id) => $"<!-- perftool comment: {id} -->";

    /// <summary>The text.</summary>
    public static string Render(string id, IReadOnlyList<ReportSection> sections)
    {
        var mark = Mark(id) + "\n";
        return mark + MarkdownReport.Render(sections, MostCharacters - mark.Length);
    }
}
