using System.Text.Json;

namespace PerfTooling.EndToEnd;

/// <summary>
/// The repository's packages in a folder feed: those in the folder that <c>PERFTOOLING_PACKAGES</c> names, as CI has packed them already; else packed once for all tests, under a version of
/// their own.
/// </summary>
internal sealed class PackageFeed
{
    private static readonly string[] s_projects = ["PerfAnalyzers.CodeFixes", "PerfBudgets", "PerfAssert", "PerfAssert.Xunit", "PerfAssert.Xunit.v3", "PerfAssert.EntityFrameworkCore", "PerfTool"];
    private static readonly Lazy<Task<PackageFeed>> s_shared = new(PackAsync);

    private PackageFeed(string folder, string version)
    {
        Folder = folder;
        Version = version;
    }

    public string Folder { get; }

    public string Version { get; }

    public static Task<PackageFeed> SharedAsync() => s_shared.Value;

    private static Task<PackageFeed> PackAsync() =>
        Environment.GetEnvironmentVariable("PERFTOOLING_PACKAGES") is { Length: > 0 } packed ? Task.FromResult(new PackageFeed(packed, VersionIn(packed))) : PackCopyAsync();

    /// <summary>The version of the one package there is of each project.</summary>
    private static string VersionIn(string folder)
    {
        const string Name = "PerfBudgets.";
        return Path.GetFileNameWithoutExtension(Directory.GetFiles(folder, Name + "*.nupkg").Single())[Name.Length..];
    }

    private static async Task<PackageFeed> PackCopyAsync()
    {
        var folder = Directory.CreateTempSubdirectory("perftooling-feed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);

        // Packed from a copy: the projects' own bin and obj folders may be in use by the build that runs these tests.
        var source = Path.Combine(folder, "source");
        CopySources(source);
        var version = $"0.1.0-e2e.{DateTime.UtcNow:yyyyMMddHHmmss}";
        // All at once: packed one after the other, each would restore and build what it shares with the ones before.
        File.WriteAllText(
            Path.Combine(source, "Packages.slnf"),
            JsonSerializer.Serialize(new { solution = new { path = "PerfTooling.sln", projects = s_projects.Select(project => $"src\\{project}\\{project}.csproj") } }));
        (await DotNet.RunAsync(source, "pack", "Packages.slnf", "-c", "Release", $"-p:Version={version}", "-o", folder)).Succeeded();
        return new PackageFeed(folder, version);
    }

    private static void CopySources(string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(Repository.Root))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));

        var src = Path.Combine(Repository.Root, "src");
        foreach (var file in Directory.EnumerateFiles(src, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Repository.Root, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                continue;
            var copy = Path.Combine(target, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
