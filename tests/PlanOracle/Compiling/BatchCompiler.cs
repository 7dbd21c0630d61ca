using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfTooling.PlanOracle.Generation;

namespace PerfTooling.PlanOracle.Compiling;

/// <summary>Compiles a batch and loads it.</summary>
internal static class BatchCompiler
{
    public static CSharpCompilation Compile(Batch batch)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        return CSharpCompilation.Create(
            $"Batch{batch.Seed}",
            [
                CSharpSyntaxTree.ParseText(batch.Model, options, "Model.cs"),
                CSharpSyntaxTree.ParseText(batch.Analyzed, options, "Queries.cs"),
                CSharpSyntaxTree.ParseText(batch.Runner, options, "Runner.cs"),
            ],
            References.Of(batch.Database),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));
    }

    /// <summary>Loads the compiled batch into a context of its own, which can be unloaded.</summary>
    public static (AssemblyLoadContext Context, Assembly Assembly) Load(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
            throw new InvalidOperationException($"{compilation.AssemblyName} doesn't compile:\n{string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Describe))}");

        stream.Position = 0;
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        return (context, context.LoadFromStream(stream));
    }

    private static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic}\n    {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}";
}
