using PerfAssert.Baselines;

namespace PerfTool.Baselines;

/// <summary>The baseline files of a project: all *.perf.json below its folder that are not a build's copies.</summary>
internal static class BaselineFolder
{
    private const string Committed = ".perf.json";
    private const string Received = ".perf.received.json";

    private static readonly EnumerationOptions s_everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 12 };

    /// <summary>The committed files, in ordinal order.</summary>
    public static IReadOnlyList<string> CommittedFiles(string folder) => Files(folder, Committed);

    /// <summary>The received files, in ordinal order.</summary>
    public static IReadOnlyList<string> ReceivedFiles(string folder) => Files(folder, Received);

    /// <summary>The committed file that a received one belongs to.</summary>
    public static string CommittedOf(string receivedFile) => receivedFile[..^Received.Length] + Committed;

    /// <summary>The received file that belongs to a committed one.</summary>
    public static string ReceivedOf(string committedFile) => committedFile[..^Committed.Length] + Received;

    /// <summary>Reads a file; no entries where there is none.</summary>
    /// <exception cref="PerfAssert.BaselineException">It cannot be used as it is.</exception>
    public static BaselineFile Read(string path, string shown) => File.Exists(path) ? BaselineReader.Read(File.ReadAllBytes(path), shown) : BaselineFile.Empty;

    private static IReadOnlyList<string> Files(string folder, string extension) =>
    [
        .. Directory.EnumerateFiles(folder, "*" + extension, s_everywhere)
            .Where(path => Path.GetRelativePath(folder, path).Split('/', '\\') is var parts && !parts.Contains("bin") && !parts.Contains("obj") && !parts.Contains(".git"))
            .Order(StringComparer.Ordinal),
    ];
}
