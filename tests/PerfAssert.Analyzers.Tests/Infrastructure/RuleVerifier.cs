using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace PerfAssert.Analyzers.Tests.Infrastructure;

/// <summary>
/// Runs an analyzer over source with markers, <c>{|PERF303:Empty|}</c>, compiled against the real xunit and PerfAssert.Xunit. Any diagnostic
/// that isn't marked, and any mark without one, fails.
/// </summary>
internal static class RuleVerifier
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using PerfAssert;
        using Xunit;

        """;

    private const string Net10 = """
        [assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v10.0")]
        """;

    private static readonly ReferenceAssemblies s_none = new("net10.0");

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsWanted(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Members of a test class, in a Debug build.</summary>
    public static Task VerifyMembers(string members) => Verify(Class(members));

    /// <summary>Members of a test class, in a Release build.</summary>
    public static Task VerifyReleaseMembers(string members, params string[] symbols) => Verify(Class(members), OptimizationLevel.Release, symbols);

    /// <summary>Source that stands after the usings.</summary>
    public static Task Verify(string source) => Verify(source, OptimizationLevel.Debug, ["DEBUG"]);

    /// <summary>Source and baselines of a project whose folder is /0/, of .NET 10.</summary>
    public static Task VerifyBaselines(string source, params (string Path, string Text)[] files) => VerifyBaselines("/0/", source, files);

    /// <summary>The same, with another folder, or null where the package's targets are switched off.</summary>
    public static Task VerifyBaselines(string? folder, string source, params (string Path, string Text)[] files)
    {
        var test = Create<BaselineAnalyzer>(OptimizationLevel.Debug, []);
        test.TestState.Sources.Add(Usings + source);
        test.TestState.Sources.Add(("/AssemblyInfo.cs", Net10));
        foreach (var file in files)
            test.TestState.AdditionalFiles.Add(file);
        if (folder is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.PerfAssertBaselineFolder = {folder}\n"));
        return test.RunAsync();
    }

    /// <summary>
    /// The ids of what all rules together report in source, errors or not, that stands after the usings, or of members of a test class. An
    /// exception in an analyzer fails the test.
    /// </summary>
    public static async Task<string[]> ReportedAsync(string code, string? baseline = null)
    {
        var source = Usings + (code.Contains("class ", StringComparison.Ordinal) ? code : Class(code));
        var parse = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["DEBUG"]);
        var compilation = CSharpCompilation.Create(
            "Tested",
            [CSharpSyntaxTree.ParseText(source, parse, "/0/CartPerf.cs"), CSharpSyntaxTree.ParseText(Net10, parse, "/AssemblyInfo.cs")],
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new CompilationWithAnalyzersOptions(
            baseline is null ? new AnalyzerOptions([]) : new AnalyzerOptions([new TextFile("/0/CartPerf.perf.json", baseline)], new ProjectFolder("/0/")),
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException($"The analyzer threw on:\n{source}\n{baseline}", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([new PerfTestAnalyzer(), new BaselineAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.Select(diagnostic => diagnostic.Id)];
    }

    private static Task Verify(string source, OptimizationLevel level, string[] symbols)
    {
        var test = Create<PerfTestAnalyzer>(level, symbols);
        test.TestState.Sources.Add(Usings + source);
        return test.RunAsync();
    }

    private static CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> Create<TAnalyzer>(OptimizationLevel level, string[] symbols)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { ReferenceAssemblies = s_none, CompilerDiagnostics = CompilerDiagnostics.Errors };
        test.TestState.AdditionalReferences.AddRange(s_references);
        test.SolutionTransforms.Add((solution, id) =>
        {
            var project = solution.GetProject(id)!;
            return solution
                .WithProjectParseOptions(id, ((CSharpParseOptions)project.ParseOptions!).WithPreprocessorSymbols(symbols).WithLanguageVersion(LanguageVersion.Preview))
                .WithProjectCompilationOptions(id, ((CSharpCompilationOptions)project.CompilationOptions!).WithOptimizationLevel(level).WithAllowUnsafe(true));
        });
        return test;
    }

    private static string Class(string members) => $$"""
        public class CartPerf
        {
            private readonly List<int> _numbers = new();
            private readonly int[] _array = new int[8];
            private double _x = 2, _y = 3;
            private int _i = 2, _j = 3;
            private decimal _price = 9;
            private string _text = "text";
            private readonly IQueryable<int> _query = Array.Empty<int>().AsQueryable();
            private volatile int _flag;
            private TimeProvider _clock = TimeProvider.System;
            [ThreadStatic] private static int s_threads;
            private (decimal, decimal, decimal) _struct;
            private readonly Node _node = new();

            private sealed class Node { public Node Next; }

            private int Work() => _numbers.Count;

            private Task WorkAsync() => Task.Delay(1);

            [Conditional("DEBUG")]
            private static void Trace(string text) => Console.WriteLine(text);

        {{members}}
        }
        """;

    private static bool IsWanted(string assembly) =>
        assembly.StartsWith("System", StringComparison.Ordinal) || assembly is "netstandard" or "mscorlib" or "xunit.core" or "xunit.assert" or "xunit.abstractions" or "PerfAssert" or "PerfAssert.Xunit";
}
