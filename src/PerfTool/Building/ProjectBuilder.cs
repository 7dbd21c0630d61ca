using System.Text.Json;
using PerfTool.Cli;
using PerfTool.Processes;

namespace PerfTool.Building;

/// <summary>Builds test projects in Release, with the user's own SDK.</summary>
internal static class ProjectBuilder
{
    /// <summary>Builds a project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="framework">The target framework; null for the project's first.</param>
    /// <param name="what">What messages call it.</param>
    /// <param name="runAnalyzers">False where nobody would read their warnings.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="ToolException">It does not build.</exception>
    public static async Task<TestAssembly> BuildAsync(string project, string? framework, string what, bool runAnalyzers, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(project)!;
        var chosen = framework ?? await FirstFrameworkAsync(project, folder, what, cancellationToken).ConfigureAwait(false);
        string[] settings = ["-p:Configuration=Release", "-p:TargetFramework=" + chosen];
        // Nodes that stay would keep files of a temporary folder open.
        var built = await ProcessRunner.RunAsync(
            ["dotnet", "build", project, "-c", "Release", "-f", chosen, "--nologo", "-v", "quiet", "-nodeReuse:false", .. runAnalyzers ? Array.Empty<string>() : ["-p:RunAnalyzers=false"]], folder, cancellationToken).ConfigureAwait(false);
        if (!built.Succeeded)
            throw new ToolException($"{what} does not build: {built.Problem}");
        var path = await PropertyAsync(project, folder, what, "TargetPath", settings, cancellationToken).ConfigureAwait(false);
        return File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json"))
            ? new TestAssembly(path, chosen)
            : throw new ToolException($"{what} built no program that can run: {path} has no .runtimeconfig.json beside it. Is it a test project (Microsoft.NET.Test.Sdk, or xunit.v3)?");
    }

    private static async Task<string> FirstFrameworkAsync(string project, string folder, string what, CancellationToken cancellationToken)
    {
        var one = await PropertyAsync(project, folder, what, "TargetFramework", [], cancellationToken).ConfigureAwait(false);
        return one.Length > 0 ? one : (await PropertyAsync(project, folder, what, "TargetFrameworks", [], cancellationToken).ConfigureAwait(false)).Split(';')[0].Trim();
    }

    private static async Task<string> PropertyAsync(string project, string folder, string what, string property, string[] settings, CancellationToken cancellationToken)
    {
        // Asked for one property alone, MSBuild prints its bare value; for two, JSON.
        var asked = await ProcessRunner.RunAsync(["dotnet", "msbuild", project, "-nologo", $"-getProperty:{property},Configuration", .. settings], folder, cancellationToken).ConfigureAwait(false);
        if (!asked.Succeeded)
            throw new ToolException($"{what} cannot be read: {asked.Problem}");
        using var json = JsonDocument.Parse(asked.Text);
        return json.RootElement.GetProperty("Properties").GetProperty(property).GetString() ?? "";
    }
}
