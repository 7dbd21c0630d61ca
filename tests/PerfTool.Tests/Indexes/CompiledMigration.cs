using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PerfTool.Tests.Indexes;

/// <summary>Source of a context and its migrations, compiled and loaded.</summary>
internal static class CompiledMigration
{
    private static readonly Lazy<MetadataReference[]> s_references = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))]);

    public static Assembly Load(IEnumerable<string> sources)
    {
        var compilation = CSharpCompilation.Create(
            $"Shop{Guid.NewGuid():n}",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            s_references.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(image.ToArray());
    }
}
