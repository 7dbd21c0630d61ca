using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.Rules;

namespace PerfTooling.AnalyzerSpeed;

/// <summary>
/// Compiles generated source in this process, from text: nothing is left over from the run before but what the JIT has compiled. On one thread: a
/// thread that waits for its turn would count as time inside an analyzer.
/// </summary>
internal sealed class Compiler(GeneratedSolution solution)
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> s_references = [.. References.Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    /// <summary>What an application with EF Core references, of what this process itself does.</summary>
    public static IEnumerable<string> References => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsOfApplication);

    private readonly List<(string Path, string Text)> _files = [.. solution.Write()];

    /// <summary>A compilation of freshly parsed trees.</summary>
    public CSharpCompilation Parse() => CSharpCompilation.Create(
        "App",
        _files.Select(file => CSharpSyntaxTree.ParseText(file.Text, s_parse, file.Path)),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    /// <summary>Compiles without analyzers: parsing, binding and writing the assembly.</summary>
    public TimeSpan Compile()
    {
        var time = Stopwatch.StartNew();
        var result = Parse().Emit(Stream.Null);
        time.Stop();
        return result.Success ? time.Elapsed : throw new InvalidOperationException(result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
    }

    /// <summary>What reading the model takes, which an analysis does once: the symbols of its classes are made for it.</summary>
    public TimeSpan ReadModel()
    {
        var compilation = Parse();
        var time = Stopwatch.StartNew();
        EfModel.Read(compilation, CancellationToken.None);
        return time.Elapsed;
    }

    /// <summary>Parses and runs analyzers as a build would.</summary>
    public async Task<Measurement> AnalyzeAsync(params ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => throw exception, concurrentAnalysis: false, logAnalyzerExecutionTime: true, reportSuppressedDiagnostics: false);
        var time = Stopwatch.StartNew();
        var result = await Parse().WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
        time.Stop();
        var ours = result.AnalyzerTelemetryInfo.Where(pair => pair.Key.GetType().Assembly == typeof(QueryIndexAnalyzer).Assembly).ToList();
        return new Measurement(
            time.Elapsed,
            ours.Aggregate(TimeSpan.Zero, (sum, pair) => sum + pair.Value.ExecutionTime),
            ours.Sum(pair => result.GetAllDiagnostics(pair.Key).Length));
    }

    /// <summary>Analyses one file of a compilation, as an IDE does for the file being edited.</summary>
    public static async Task<TimeSpan> AnalyzeFileAsync(CSharpCompilation compilation, SyntaxTree tree, DiagnosticAnalyzer analyzer)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => throw exception, concurrentAnalysis: true, logAnalyzerExecutionTime: true, reportSuppressedDiagnostics: false);
        var analysis = compilation.WithAnalyzers([analyzer], options);
        var model = compilation.GetSemanticModel(tree);

        // What any analysis of the file needs has been bound by the IDE itself.
        model.GetDiagnostics();
        var time = Stopwatch.StartNew();
        await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
        return time.Elapsed;
    }

    public static SyntaxTree ParseFile(string text, string path) => CSharpSyntaxTree.ParseText(text, s_parse, path);

    private static bool IsOfApplication(string path) =>
        Path.GetFileNameWithoutExtension(path) is var name && (name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib");
}
