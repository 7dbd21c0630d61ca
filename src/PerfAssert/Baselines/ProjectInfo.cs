using System.Reflection;

namespace PerfAssert.Baselines;

/// <summary>
/// What the package's MSBuild targets wrote into an assembly about the project it was built from.
/// </summary>
/// <param name="OutputDirectory">Where the assembly lies now.</param>
/// <param name="ProjectDirectory">The project's directory, or null when the assembly no longer lies where it was built.</param>
/// <param name="SourceDirectory">The project's directory as the compiler named it: in a deterministic build that is /_/… and exists nowhere.</param>
/// <param name="ResultsFile">File name of the run's results.</param>
internal sealed record ProjectInfo(string OutputDirectory, string? ProjectDirectory, string? SourceDirectory, string ResultsFile)
{
    /// <summary>Whether the table of the run is to be shown (PerfAssertShowSummary).</summary>
    public bool ShowsSummary { get; init; } = true;

    private const string Prefix = "PerfAssert.";

    /// <summary>Reads the assembly's metadata.</summary>
    public static ProjectInfo Of(Assembly assembly)
    {
        var metadata = assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(a => a.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .GroupBy(a => a.Key[Prefix.Length..], a => a.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var location = assembly.Location is { Length: > 0 } path ? Path.GetDirectoryName(path)! : AppContext.BaseDirectory;
        return From(location, name => metadata.GetValueOrDefault(name), File.Exists);
    }

    internal static ProjectInfo From(string outputDirectory, Func<string, string?> metadata, Func<string, bool> fileExists)
    {
        // Relative to the output, so that a deterministic build stays free of its machine's paths. The project file proves
        // that the path still means what it meant.
        var projectFile = metadata("ProjectFile") is { Length: > 0 } file ? Path.GetFullPath(Path.Combine(outputDirectory, file)) : null;
        return new ProjectInfo(
            outputDirectory,
            projectFile is not null && fileExists(projectFile) ? Path.GetDirectoryName(projectFile) : null,
            metadata("SourceDirectory"),
            metadata("ResultsFile") ?? "perf-results.json")
        {
            ShowsSummary = metadata("ShowSummary") != "false",
        };
    }
}
