using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfTooling.RealCode;

/// <summary>What the rules said of one code base, and what that took.</summary>
/// <param name="Queries">The queries the rules looked at.</param>
/// <param name="Analyzing">What the rules took, as the compiler measures it.</param>
/// <param name="Binding">What the compiler itself takes to bind every file, for comparison.</param>
/// <param name="SlowestFile">The file with queries that takes longest to bind and analyze alone, as an editor would.</param>
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
    TimeSpan Binding,
    (string Path, TimeSpan Time) SlowestFile)
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

    /// <summary>Analyses every project under a folder that isn't a test project.</summary>
    /// <param name="handIn">Whether to hand in the models of projects further down, as their authors are told to.</param>
    public static async Task<CodeBase> AnalyzeAsync(string root, ImmutableArray<DiagnosticAnalyzer> analyzers, bool handIn)
    {
        var projects = Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Select(ProjectFile.Read).ToDictionary(project => project.Path);
        var compiler = new ProjectCompiler(projects);
        var models = new DownstreamModels(projects.Values, compiler);
        var diagnostics = new List<Diagnostic>();
        var exceptions = new List<string>();
        var (analyzed, files, queries) = (0, 0, 0);
        var (binding, analyzing) = (TimeSpan.Zero, TimeSpan.Zero);
        var slowest = (Path: "", Time: TimeSpan.Zero);
        foreach (var project in projects.Values.Where(project => !project.IsTest))
        {
            var compilation = compiler.Compile(project);
            var analyzer = new AnalyzerOptions(handIn ? models.For(project) : [], new ReportingSettings());
            var options = new CompilationWithAnalyzersOptions(
                analyzer,
                onAnalyzerException: (exception, _, _) => exceptions.Add($"{project.Name}: {exception}"),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: true);
            analyzed++;
            files += project.Sources.Length;

            // Copies, so that what one binds isn't already there for the next.
            binding += Time(() => Bind(compilation.Clone()));
            var result = await compilation.Clone().WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
            diagnostics.AddRange(result.GetAllDiagnostics());
            foreach (var telemetry in result.AnalyzerTelemetryInfo.Values)
                analyzing += telemetry.ExecutionTime;
            var counts = QueryCounter.Count(compilation, analyzer);
            queries += counts.Values.Sum();

            var edited = compilation.Clone().WithAnalyzers(analyzers, options);
            foreach (var tree in counts.Keys)
            {
                var time = Stopwatch.StartNew();
                await edited.GetAnalysisResultAsync(edited.Compilation.GetSemanticModel(tree), null, CancellationToken.None);
                if (time.Elapsed > slowest.Time)
                    slowest = (tree.FilePath, time.Elapsed);
            }
        }

        var (silent, findings) = (diagnostics.Where(IsSilence), diagnostics.Where(diagnostic => !IsSilence(diagnostic)));
        return new CodeBase(root, analyzed, files, queries, [.. InOrder(silent)], [.. InOrder(findings)], [.. exceptions], analyzing, binding, slowest);
    }

    private static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal);

    private static TimeSpan Time(Action action)
    {
        var time = Stopwatch.StartNew();
        action();
        return time.Elapsed;
    }

    /// <summary>Binds every file. <c>Compilation.GetDiagnostics</c> won't do: it looks into no body where a declaration has errors, and with packages missing one always has.</summary>
    private static void Bind(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
            compilation.GetSemanticModel(tree).GetDiagnostics();
    }

    private static bool IsSilence(Diagnostic diagnostic) => diagnostic.Id == "PERF100";
}
