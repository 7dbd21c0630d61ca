namespace PerfAssert.Reporting;

/// <summary>How to make what was received the baseline.</summary>
internal static class AcceptAdvice
{
    /// <summary>The command for somebody who stands in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="byHand">What does it where nothing is installed.</param>
    /// <returns>The tool's own command where the repository has it, because it keeps the reason; else what does it by hand.</returns>
    public static string In(string folder, string byHand) => ToolManifest.HasPerfTool(folder) ? "dotnet perftool baseline accept --reason \"…\"" : byHand;
}
