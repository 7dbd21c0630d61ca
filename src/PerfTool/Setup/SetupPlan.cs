using System.Text;

namespace PerfTool.Setup;

/// <summary>What it takes to have a solution use all of this: decided from its files alone, and nothing that is there already.</summary>
internal static class SetupPlan
{
    private const string CentralVersions = "Directory.Packages.props";

    private const string EditorConfig = """

        # PerfAnalyzers: queries that no index can serve. Suggestions at first; raise them to warning, folder by folder, once the old ones are seen to.
        [*.cs]
        dotnet_diagnostic.PERF101.severity = suggestion
        dotnet_diagnostic.PERF102.severity = suggestion
        dotnet_diagnostic.PERF103.severity = suggestion
        dotnet_diagnostic.PERF104.severity = suggestion
        dotnet_diagnostic.PERF105.severity = suggestion
        dotnet_diagnostic.PERF106.severity = suggestion

        """;

    private const string Budgets = """
        {
          "schema": 1,
          "operations": {
            "orders.list": {
              "description": "An example: name your own operations, and hold tests to them with [PerfFact(Budget = \"orders.list\")].",
              "p95": { "target": "200 ms", "warning": "400 ms", "critical": "1 s" }
            }
          },
          "queries": { "warning": "500 ms", "critical": "2 s" }
        }

        """;

    /// <summary>The files at the root that decide what is missing.</summary>
    public static IReadOnlyList<string> RootFiles(IReadOnlyDictionary<string, string> workflows) =>
        [".editorconfig", ".gitignore", ".gitattributes", "perf-budgets.json", CentralVersions, .. workflows.Keys];

    /// <summary>Plans.</summary>
    /// <param name="files">The solution's files.</param>
    /// <param name="version">The version of the packages.</param>
    /// <param name="workflows">The text of workflows by their path; none where they are not wanted.</param>
    public static IReadOnlyList<PlannedChange> Of(SolutionFiles files, string version, IReadOnlyDictionary<string, string> workflows)
    {
        var central = files.Others.GetValueOrDefault(CentralVersions) is { } props && props.Contains("ManagePackageVersionsCentrally", StringComparison.Ordinal) ? props : null;
        var packages = files.Projects.ToDictionary(project => project.Key, project => Packages(project.Value), StringComparer.Ordinal);
        List<PlannedChange?> changes =
        [
            .. files.Projects.Select(project => Project(project.Key, project.Value, packages[project.Key], ModelsFor(project.Key, files), central is null ? version : null)),
            central is null ? null : Versions(central, packages.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), version),
            Section(files, ".editorconfig", "PERF101", EditorConfig, "the rules, as suggestions at first"),
            Section(files, ".gitignore", ".perf.received.json", "\n# What a test run measured, until perftool baseline accept makes it the baseline.\n*.perf.received.json\n", "what a run measured is not checked in before it is accepted"),
            Section(files, ".gitattributes", ".perf.json", "\n# Baselines: an entry is a line, so what two branches add merges.\n*.perf.json text eol=lf merge=union\n", "two branches' baselines merge"),
            New(files, "perf-budgets.json", Budgets, "limits of your operations, for tests and monitoring"),
            .. workflows.OrderBy(workflow => workflow.Key, StringComparer.Ordinal).Select(workflow => New(files, workflow.Key, workflow.Value, "pull requests")),
        ];
        return [.. changes.OfType<PlannedChange>()];
    }

    /// <summary>The packages that a project is missing. What a project is follows from what it references.</summary>
    private static IReadOnlyList<string> Packages(string project)
    {
        var isTest = project.Contains("\"xunit", StringComparison.OrdinalIgnoreCase);
        var hasEfCore = project.Contains("EntityFrameworkCore", StringComparison.Ordinal);
        var xunit = project.Contains("\"xunit.v3", StringComparison.OrdinalIgnoreCase) ? "PerfAssert.Xunit.v3" : "PerfAssert.Xunit";
        return
        [
            .. isTest && !project.Contains("\"PerfAssert.Xunit", StringComparison.Ordinal) ? new[] { xunit } : [],
            .. isTest && hasEfCore && !project.Contains("\"PerfAssert.EntityFrameworkCore\"", StringComparison.Ordinal) ? new[] { "PerfAssert.EntityFrameworkCore" } : [],
            .. !isTest && hasEfCore && !project.Contains("\"PerfAnalyzers\"", StringComparison.Ordinal) ? new[] { "PerfAnalyzers" } : [],
        ];
    }

    /// <summary>The snapshots of models that a project with queries can't see: they are in projects that it does not reference, as in Clean Architecture.</summary>
    private static IReadOnlyList<string> ModelsFor(string project, SolutionFiles files)
    {
        var text = files.Projects[project];
        if (!text.Contains("EntityFrameworkCore", StringComparison.Ordinal) || text.Contains("\"xunit", StringComparison.OrdinalIgnoreCase) || text.Contains("PerfAnalyzersModel", StringComparison.Ordinal))
            return [];
        var folder = Folder(project);
        return
        [
            .. from snapshot in files.Snapshots
               let owner = files.Projects.Keys.Where(other => Inside(snapshot, Folder(other))).MaxBy(other => other.Length)
               where owner is not null && owner != project && !Reaches(project, owner, files)
               select Path.GetRelativePath(folder.Length == 0 ? "." : folder, snapshot).Replace('\\', '/'),
        ];
    }

    /// <summary>Whether a project references another, directly or through others.</summary>
    private static bool Reaches(string project, string other, SolutionFiles files)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([project]));
        while (open.TryPop(out var current))
        {
            if (!seen.Add(current))
                continue;
            foreach (var name in files.Projects.Keys.Where(candidate => References(files.Projects[current], Path.GetFileName(candidate))))
            {
                if (name == other)
                    return true;
                open.Push(name);
            }
        }

        return false;
    }

    private static bool References(string project, string fileName) =>
        project.Contains($"/{fileName}\"", StringComparison.OrdinalIgnoreCase) || project.Contains($"\\{fileName}\"", StringComparison.OrdinalIgnoreCase) || project.Contains($"\"{fileName}\"", StringComparison.OrdinalIgnoreCase);

    private static PlannedChange? Project(string path, string text, IReadOnlyList<string> packages, IReadOnlyList<string> models, string? version)
    {
        var lines = packages.Select(package => $"    <PackageReference Include=\"{package}\"{(version is null ? "" : $" Version=\"{version}\"")}{(package == "PerfAnalyzers" ? " PrivateAssets=\"all\"" : "")} />")
            .Concat(models.Select(model => $"    <PerfAnalyzersModel Include=\"{model}\" />"))
            .ToList();
        return lines.Count == 0 ? null : Inserted(path, text, "</Project>", $"  <ItemGroup>\n{string.Join('\n', lines)}\n  </ItemGroup>\n", string.Join(", ", packages.Concat(models.Select(_ => "the model of another project"))));
    }

    private static PlannedChange? Versions(string text, IEnumerable<string> packages, string version)
    {
        var lines = packages.Where(package => !text.Contains($"\"{package}\"", StringComparison.Ordinal)).Select(package => $"    <PackageVersion Include=\"{package}\" Version=\"{version}\" />").ToList();
        return lines.Count == 0 ? null : Inserted(CentralVersions, text, "</Project>", $"  <ItemGroup>\n{string.Join('\n', lines)}\n  </ItemGroup>\n", "the packages' versions");
    }

    private static PlannedChange Inserted(string path, string text, string before, string added, string why)
    {
        var at = text.LastIndexOf(before, StringComparison.Ordinal);
        var lines = text.Contains("\r\n", StringComparison.Ordinal) ? added.Replace("\n", "\r\n", StringComparison.Ordinal) : added;
        return new PlannedChange(path, IsNew: false, why, added, at < 0 ? text + lines : text[..at] + lines + text[at..]);
    }

    private static PlannedChange? Section(SolutionFiles files, string path, string mark, string section, string why)
    {
        var text = files.Others.GetValueOrDefault(path);
        if (text?.Contains(mark, StringComparison.Ordinal) == true)
            return null;
        var added = section.ReplaceLineEndings("\n");
        if (text is null)
            return new PlannedChange(path, IsNew: true, why, added.TrimStart('\n'), added.TrimStart('\n'));
        var content = new StringBuilder(text);
        if (text.Length > 0 && text[^1] != '\n')
            content.Append('\n');
        return new PlannedChange(path, IsNew: false, why, added, content.Append(added).ToString());
    }

    private static PlannedChange? New(SolutionFiles files, string path, string content, string why) =>
        files.Others.ContainsKey(path) ? null : new PlannedChange(path, IsNew: true, why, content.ReplaceLineEndings("\n"), content.ReplaceLineEndings("\n"));

    private static string Folder(string path) => path.LastIndexOf('/') is var slash && slash < 0 ? "" : path[..slash];

    private static bool Inside(string path, string folder) => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
