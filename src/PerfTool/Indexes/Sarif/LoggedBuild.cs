using PerfTool.Cli;
using PerfTool.Processes;

namespace PerfTool.Indexes.Sarif;

/// <summary>Builds a solution so that the compiler logs what the analyzers say, in a folder of ours that is gone afterwards.</summary>
internal static class LoggedBuild
{
    /// <summary>
    /// Imported by each project. One file for a project and target framework: a relative path would be one file for all frameworks of a project. A
    /// project that logs SARIF 2 already keeps its own file, which something may be waiting for, and gives us a copy.
    /// </summary>
    private const string Targets = """
        <Project>
          <PropertyGroup Condition="'$(MSBuildProjectExtension)' == '.csproj'">
            <_PerfToolLog>$(PerfToolLogFolder)/$(MSBuildProjectName).$([MSBuild]::StableStringHash('$(MSBuildProjectFullPath)')).$(TargetFramework).sarif</_PerfToolLog>
            <_PerfToolCopiesLog Condition="$(ErrorLog.Contains('version=2'))">true</_PerfToolCopiesLog>
            <ErrorLog Condition="'$(_PerfToolCopiesLog)' != 'true'">$(_PerfToolLog),version=2.1</ErrorLog>
          </PropertyGroup>
          <Target Name="_PerfToolCopyLog" AfterTargets="CoreCompile" Condition="'$(_PerfToolCopiesLog)' == 'true'">
            <Copy SourceFiles="$(ErrorLog.Split(',')[0].Split(';')[0])" DestinationFiles="$(_PerfToolLog)" />
          </Target>
        </Project>
        """;

    /// <summary>Builds, and reads what was logged.</summary>
    /// <param name="project">A solution or project file.</param>
    /// <param name="terminal">Where the user stands.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <returns>A log for each project and target framework.</returns>
    /// <exception cref="ToolException">It does not build, or no project was compiled.</exception>
    public static async Task<IReadOnlyList<SarifLog>> RunAsync(string project, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("perftool-").FullName;
        try
        {
            var targets = Path.Combine(folder, "perftool.targets");
            await File.WriteAllTextAsync(targets, Targets, cancellationToken).ConfigureAwait(false);
            var build = await ProcessRunner.RunAsync(
                [
                    "dotnet", "build", project, "--no-incremental", "--nologo", "-v:q", "-nodeReuse:false",
                    $"-p:CustomAfterMicrosoftCommonTargets={targets}", $"-p:PerfToolLogFolder={folder}",
                    // Analyzers that are switched off for builds, and warnings that are errors elsewhere, are no reason to know nothing.
                    "-p:RunAnalyzers=true", "-p:RunAnalyzersDuringBuild=true", "-p:TreatWarningsAsErrors=false",
                ],
                Path.GetDirectoryName(project)!,
                cancellationToken,
                environment: new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = "en" }).ConfigureAwait(false);
            if (!build.Succeeded)
                throw new ToolException($"{terminal.Shown(project)} does not build: {build.Problem}");
            var logs = Directory.GetFiles(folder, "*.sarif").Order(StringComparer.Ordinal).ToArray();
            return logs.Length == 0
                ? throw new ToolException($"{terminal.Shown(project)} has no C# project that was compiled.")
                : [.. logs.Select(log => SarifReader.Read(log, $"The build's log {Path.GetFileName(log)}", terminal.Shown))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
