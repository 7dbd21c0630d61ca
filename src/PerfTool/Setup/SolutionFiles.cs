using PerfTool.Cli;

namespace PerfTool.Setup;

/// <summary>The files of a solution that setting up looks at, by their path relative to its folder, with "/".</summary>
/// <param name="Projects">The C# projects with their text.</param>
/// <param name="Snapshots">EF Core's model snapshots.</param>
/// <param name="Others">Files of the root that exist, with their text: .editorconfig, .gitignore and so on.</param>
internal sealed record SolutionFiles(IReadOnlyDictionary<string, string> Projects, IReadOnlyList<string> Snapshots, IReadOnlyDictionary<string, string> Others)
{
    private static readonly EnumerationOptions s_everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 12 };

    /// <summary>Reads them.</summary>
    /// <param name="folder">The solution's folder.</param>
    /// <param name="shown">What messages call it.</param>
    /// <param name="others">The files besides projects and snapshots that matter.</param>
    /// <exception cref="ToolException">There is no project.</exception>
    public static SolutionFiles Read(string folder, string shown, IEnumerable<string> others)
    {
        if (!Directory.Exists(folder))
            throw new ToolException($"{shown} is no folder.");
        var all = Directory.EnumerateFiles(folder, "*.cs*", s_everywhere).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" || (part.Length > 1 && part[0] == '.')))
            .Order(StringComparer.Ordinal)
            .ToList();
        var projects = all.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).ToDictionary(path => path, path => File.ReadAllText(Path.Combine(folder, path)), StringComparer.Ordinal);
        return projects.Count == 0
            ? throw new ToolException($"There is no C# project below {shown}. Run it in your solution's folder.")
            : new SolutionFiles(
                projects,
                [.. all.Where(path => path.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal))],
                others.Where(path => File.Exists(Path.Combine(folder, path))).ToDictionary(path => path, path => File.ReadAllText(Path.Combine(folder, path)), StringComparer.Ordinal));
    }
}
