using PerfTool.Cli;

namespace PerfTool.Results;

/// <summary>The results files that a command works on: those the user names, or all that lie below.</summary>
internal static class ResultsFinder
{
    private static readonly EnumerationOptions s_everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 12 };

    /// <summary>Reads them.</summary>
    /// <param name="terminal">Where the user stands.</param>
    /// <param name="named">Files or folders; none means the folder the user stands in.</param>
    /// <exception cref="ToolException">There is none, or one cannot be read.</exception>
    public static IReadOnlyList<ResultsFile> Read(Terminal terminal, IReadOnlyCollection<string> named)
    {
        var paths = (named.Count == 0 ? ["."] : named).Select(terminal.Full).SelectMany(path => Directory.Exists(path) ? Below(path) : [path]).Distinct(StringComparer.Ordinal).ToArray();
        return paths.Length == 0
            ? throw new ToolException($"No TestResults/perf-results*.json below {string.Join(", ", named.Count == 0 ? [terminal.Directory] : named)}. Run the tests first: dotnet test -c Release.")
            : [.. paths.Select(path => ResultsReader.Read(path, terminal.Shown(path)))];
    }

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder, "perf-results*.json", s_everywhere)
        .Concat(Directory.EnumerateFiles(folder, "perf-compare*.json", s_everywhere))
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "TestResults")
        .Order(StringComparer.Ordinal);
}
