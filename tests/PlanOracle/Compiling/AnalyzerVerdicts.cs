using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.Rules;

namespace PerfTooling.PlanOracle.Compiling;

/// <summary>What the analyzers say of a compilation.</summary>
/// <param name="Rules">For the name of a query's method, the rules reported in it.</param>
/// <param name="Silences">For the name of a query's method, why nothing is said of it.</param>
/// <param name="Exceptions">What an analyzer threw.</param>
internal sealed record AnalyzerVerdicts(ILookup<string, string> Rules, ILookup<string, string> Silences, ImmutableArray<string> Exceptions)
{
    private const string PartialModel = "PERF100";

    private static readonly ImmutableArray<Type> s_analyzers =
        [.. typeof(QueryIndexAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsDefined(typeof(DiagnosticAnalyzerAttribute), false))];

    public static async Task<AnalyzerVerdicts> ReadAsync(CSharpCompilation compilation)
    {
        var exceptions = ImmutableArray.CreateBuilder<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new OracleOptions()),
            onAnalyzerException: (exception, _, _) =>
            {
                lock (exceptions)
                    exceptions.Add(exception.ToString());
            },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var analyzers = s_analyzers.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToImmutableArray();
        var diagnostics = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        exceptions.AddRange(diagnostics.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.GetMessage()));
        var ofQueries = diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == "Queries.cs").ToList();
        return new AnalyzerVerdicts(
            ofQueries.Where(diagnostic => diagnostic.Id != PartialModel).ToLookup(diagnostic => MethodOf(diagnostic.Location), diagnostic => diagnostic.Id),
            ofQueries.Where(diagnostic => diagnostic.Id == PartialModel).ToLookup(diagnostic => MethodOf(diagnostic.Location), diagnostic => diagnostic.GetMessage()),
            exceptions.ToImmutable());
    }

    /// <summary>The query's method; a helper <c>Narrow17</c> belongs to <c>Q17</c>.</summary>
    private static string MethodOf(Location location)
    {
        var name = location.SourceTree!.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText ?? "";
        return name.Replace("Narrow", "Q");
    }
}
