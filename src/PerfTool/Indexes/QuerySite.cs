namespace PerfTool.Indexes;

/// <summary>A query that an index would serve.</summary>
/// <param name="RuleId">The rule that found it.</param>
/// <param name="File">The file it stands in; relative to where the user stands if it lies below.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record QuerySite(string RuleId, string File, int Line)
{
    /// <summary>For files that are checked in: without the folders of this machine.</summary>
    public string InFile => (Path.IsPathRooted(File) ? this with { File = Path.GetFileName(File) } : this).ToString();

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line} ({RuleId})";
}
