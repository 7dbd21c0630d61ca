namespace PerfTool.Monitoring;

/// <summary>A file that a monitoring system reads.</summary>
/// <param name="Path">Below the output folder, with slashes.</param>
/// <param name="For">Who reads it, and what it holds, in a few words.</param>
/// <param name="Content">Its text.</param>
internal sealed record MonitoringFile(string Path, string For, string Content)
{
    /// <summary>Stands in the first lines of each, by which a file is known to be one of ours.</summary>
    public const string Mark = "perftool monitoring render";
}
