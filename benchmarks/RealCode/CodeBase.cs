using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfTooling.RealCode;

/// <summary>What the rules said of one code base, and what that took.</summary>
/// <param name="Queries">The queries the rules looked at.</param>
/// <param name="Silent">Those of them of which nothing is said, for a model that is only partly visible, with the reason.</param>
internal sealed record CodeBase(
    string Root,
    int Projects,
    int Files,
    int Queries,
    ImmutableArray<Diagnostic> Silent,
    ImmutableArray<Diagnostic> Findings,
    ImmutableArray<string> Exceptions,
    TimeSpan Analyzing,
    TimeSpan Compiling)
{
    public string Name => Path.GetFileName(Root);

    /// <summary>Analyses every project under a folder that isn't a test project.</summary>
    public static async Task<CodeBase> AnalyzeAsync(string root, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var projects = Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Select(ProjectFile.Read).ToDictionary(project => project.Path);
        var compiler = new ProjectCompiler(projects);
        var diagnostics = new List<Diagnostic>();
        var exceptions = new List<string>();
        var (analyzed, files, queries) = (0, 0, 0);
        var (compiling, analyzing) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var project in projects.Values.Where(project => !project.IsTest))
        {
            var compilation = compiler.Compile(project);
            analyzed++;
            files += project.Sources.Length;

            // Copies, so that what one binds isn't already there for the next.
            var time = Stopwatch.StartNew();
            compilation.Clone().GetDiagnostics();
            compiling += time.Elapsed;
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([], new ReportingSettings()),
                onAnalyzerException: (exception, _, _) => exceptions.Add($"{project.Name}: {exception}"),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: true);
            var result = await compilation.Clone().WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
            diagnostics.AddRange(result.GetAllDiagnostics());
            foreach (var telemetry in result.AnalyzerTelemetryInfo.Values)
                analyzing += telemetry.ExecutionTime;
            queries += QueryCounter.Count(compilation);
        }

        var (silent, findings) = (diagnostics.Where(IsSilence), diagnostics.Where(diagnostic => !IsSilence(diagnostic)));
        return new CodeBase(root, analyzed, files, queries, [.. silent], [.. findings], [.. exceptions], analyzing, compiling);
    }

    private static bool IsSilence(Diagnostic diagnostic) => diagnostic.Id == "PERF100";
}
