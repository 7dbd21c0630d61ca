using PerfTool.Cli;

namespace PerfTool.Building;

/// <summary>A project with perf tests.</summary>
/// <param name="Path">The project file.</param>
internal sealed record TestProject(string Path)
{
    private static readonly EnumerationOptions s_everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 12 };

    /// <summary>The folder it lies in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Its name.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The projects that a command works on: those the user names (files, or folders with one), or all below that mention PerfAssert.Xunit.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public static IReadOnlyList<TestProject> Find(Terminal terminal, IReadOnlyCollection<string> named)
    {
        if (named.Count > 0)
            return [.. named.Select(name => Named(terminal, name))];
        TestProject[] found =
        [
            .. Directory.EnumerateFiles(terminal.Directory, "*.*proj", s_everywhere)
                .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".fsproj", StringComparison.Ordinal) || path.EndsWith(".vbproj", StringComparison.Ordinal))
                .Where(path => File.ReadAllText(path).Contains("PerfAssert.Xunit", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => new TestProject(path)),
        ];
        return found.Length > 0 ? found : throw new ToolException($"No project below {terminal.Directory} references PerfAssert.Xunit. Name the project of your perf tests, or begin with perftool init.");
    }

    private static TestProject Named(Terminal terminal, string name)
    {
        var path = terminal.Full(name);
        if (File.Exists(path))
            return new TestProject(path);
        var inside = Directory.Exists(path) ? Directory.GetFiles(path, "*.*proj") : [];
        return inside switch
        {
            [var only] => new TestProject(only),
            [] => throw new ToolException($"{name} is no project, and no folder with one."),
            _ => throw new ToolException($"{name} holds several projects: name one of {string.Join(", ", inside.Select(System.IO.Path.GetFileName))}."),
        };
    }
}
