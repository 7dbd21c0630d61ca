using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfTooling.RealCode;

/// <summary>What the rules said of one code base, and what that took.</summary>
/// <param name="Queries">The queries the rules looked at.</param>
/// <param name="Analyzing">What the rules took, as the compiler measures it.</param>
/// <param name="Silent">Those of them of which nothing is said, for a model that is only partly visible, with the reason.</param>
internal sealed record CodeBase(
    string Root,
    int Projects,
    int Files,
    int Queries,
    ImmutableArray<Diagnostic> Silent,
    ImmutableArray<Diagnostic> Findings,
    ImmutableArray<string> Exceptions,
    TimeSpan Analyzing)
{
    public string Name => Path.GetFileName(Root);

    /// <summary>A finding as a human reads it: where, which rule, what it says; and the line it stands in.</summary>
    public string Describe(Diagnostic finding)
    {
        var line = finding.Location.GetLineSpan();
        return $"""
              {Path.GetRelativePath(Root, line.Path)}({line.StartLinePosition.Line + 1}): {finding.Id}: {finding.GetMessage()}
                {finding.Location.SourceTree?.GetText().Lines[line.StartLinePosition.Line].ToString().Trim()}
            """;
    }

    /// <summary>Analyses every file, apart from migrations, of every project under a folder that isn't a test project.</summary>
    /// <param name="handIn">Whether to hand in the models of projects further down, as their authors are told to.</param>
    public static async Task<CodeBase> AnalyzeAsync(string root, ImmutableArray<DiagnosticAnalyzer> analyzers, bool handIn)
    {
        var projects = Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Select(ProjectFile.Read).ToDictionary(project => project.Path);
        var compiler = new ProjectCompiler(projects);
        var models = new DownstreamModels(projects.Values, compiler);
        var diagnostics = new List<Diagnostic>();
        var exceptions = new List<string>();
        var (analyzed, files, queries) = (0, 0, 0);
        var analyzing = TimeSpan.Zero;
        foreach (var project in projects.Values.Where(project => !project.IsTest))
        {
            var compilation = compiler.Compile(project);
            var settings = new AnalyzerOptions(handIn ? models.For(project) : [], new ReportingSettings());
            var counter = new QueryCounter(compilation, settings);
            var options = new CompilationWithAnalyzersOptions(
                settings,
                onAnalyzerException: (exception, _, _) => exceptions.Add($"{project.Name}: {exception}"),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: true);
            analyzed++;
            files += project.Sources.Length;

            var result = await compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
            var asked = compilation.SyntaxTrees.Where(tree => !ModelFile.IsModel(tree.FilePath, tree.ToString())).ToHashSet();
            diagnostics.AddRange(result.GetAllDiagnostics().Where(diagnostic => diagnostic.Location.SourceTree is not { } tree || asked.Contains(tree)));
            queries += asked.Sum(counter.Count);
            foreach (var telemetry in result.AnalyzerTelemetryInfo.Values)
                analyzing += telemetry.ExecutionTime;
        }

        var (silent, findings) = (diagnostics.Where(IsSilence), diagnostics.Where(diagnostic => !IsSilence(diagnostic)));
        return new CodeBase(root, analyzed, files, queries, [.. InOrder(silent)], [.. InOrder(findings)], [.. exceptions], analyzing);
    }

    private static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal);

    private static bool IsSilence(Diagnostic diagnostic) => diagnostic.Id == "PERF100";
}
