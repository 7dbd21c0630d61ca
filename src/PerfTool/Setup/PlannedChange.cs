namespace PerfTool.Setup;

/// <summary>A file to create, or lines to add to one.</summary>
/// <param name="Path">The file, relative to the solution's folder.</param>
/// <param name="IsNew">Whether there is none yet.</param>
/// <param name="Why">What it is for.</param>
/// <param name="Added">The lines that are new.</param>
/// <param name="Content">The whole file as it would be.</param>
internal sealed record PlannedChange(string Path, bool IsNew, string Why, string Added, string Content);
