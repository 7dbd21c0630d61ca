using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfTooling.PlanOracle.Generation;

namespace PerfTooling.PlanOracle.Compiling;

/// <summary>Compiles a batch and loads it.</summary>
internal static class BatchCompiler
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14);

    private static readonly CSharpCompilation s_sqlite = Empty(DatabaseKind.Sqlite);

    private static readonly CSharpCompilation s_postgreSql = Empty(DatabaseKind.PostgreSql);

    /// <summary>All compilations of a database descend from one, so that they share what was read of the references.</summary>
    public static CSharpCompilation Compile(Batch batch) => (batch.Database == DatabaseKind.Sqlite ? s_sqlite : s_postgreSql).AddSyntaxTrees(
        CSharpSyntaxTree.ParseText(batch.Model, s_options, "Model.cs"),
        CSharpSyntaxTree.ParseText(batch.Analyzed, s_options, "Queries.cs"),
        CSharpSyntaxTree.ParseText(batch.Runner, s_options, "Runner.cs"));

    private static CSharpCompilation Empty(DatabaseKind database)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false);
        var compilation = CSharpCompilation.Create("Batch", null, References.Of(database), options);

        // Binds the references: only a compilation that has done so hands them on.
        _ = compilation.Assembly;
        return compilation;
    }

    /// <summary>Loads the compiled batch into a context of its own, which can be unloaded.</summary>
    public static (AssemblyLoadContext Context, Assembly Assembly) Load(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
            throw new InvalidOperationException($"It doesn't compile:\n{string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Describe))}");

        stream.Position = 0;
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        return (context, context.LoadFromStream(stream));
    }

    private static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic}\n    {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}";
}
