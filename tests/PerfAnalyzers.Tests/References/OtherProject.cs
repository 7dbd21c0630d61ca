using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.ModelExport;
using PerfAnalyzers.Tests.Infrastructure;
using Model = PerfAnalyzers.EfModel.EfModel;

namespace PerfAnalyzers.Tests.References;

/// <summary>Compiles several projects that reference each other, as a build or as an IDE would.</summary>
internal static class OtherProject
{
    public static CSharpCompilation Create(string name, string source, params MetadataReference[] references) =>
        TestCompilation.Create([.. TestCompilation.SqliteReferences, .. references], TestCompilation.Usings + source).WithAssemblyName(name);

    /// <summary>What a build references: the reference assembly, with the model that the generator exports into it.</summary>
    public static MetadataReference Build(CSharpCompilation project) => Emit(Export(project));

    /// <summary>The project without the package.</summary>
    public static MetadataReference BuildWithoutExport(CSharpCompilation project) => Emit(project);

    /// <summary>What an IDE references.</summary>
    public static MetadataReference Source(CSharpCompilation project) => project.ToMetadataReference();

    /// <summary>The project with what the generator adds to it.</summary>
    public static CSharpCompilation Export(CSharpCompilation project, params ModelFile[] files) => Export(project, new ModelFiles(files));

    public static CSharpCompilation Export(CSharpCompilation project, ModelFiles files)
    {
        CSharpGeneratorDriver.Create([new ModelExportGenerator().AsSourceGenerator()], files.Texts, (CSharpParseOptions)project.SyntaxTrees[0].Options, files)
            .RunGeneratorsAndUpdateCompilation(project, out var exported, out var diagnostics);
        Assert.Empty(diagnostics);
        return (CSharpCompilation)exported;
    }

    /// <summary>The model that the analyzer sees in a project.</summary>
    public static Model ModelOf(CSharpCompilation project, params ModelFile[] files) =>
        new ModelOfCompilation(project, new ModelFiles(files).Options).Get(CancellationToken.None);

    public static EntityTable? Find(CSharpCompilation project, string entity, params ModelFile[] files) =>
        ModelOf(project, files).Find(project.GetTypeByMetadataName(entity) ?? throw new ArgumentException($"{entity} is not in sight"));

    private static MetadataReference Emit(CSharpCompilation project)
    {
        using var stream = new MemoryStream();
        var result = project.Emit(stream, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(metadataOnly: true, includePrivateMembers: false));
        return result.Success ? MetadataReference.CreateFromImage(stream.ToArray()) : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }
}
