using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.References.Documents;

namespace PerfAnalyzers.EfModel.References;

/// <summary>The models of the projects and assemblies that a compilation references, each read once.</summary>
internal static class ReferencedModels
{
    /// <summary>The file that the export generates; see <c>ModelExport</c>.</summary>
    public const string ExportedFile = "PerfAnalyzers.EfModel.g.cs";

    private const string EfCore = "Microsoft.EntityFrameworkCore";

    private static readonly ConditionalWeakTable<MetadataId, ReferencedModel> s_byMetadata = new();
    private static readonly ConditionalWeakTable<Compilation, ReferencedModel> s_byProject = new();
    private static readonly ReferencedModel s_none = new("", ImmutableHashSet<string>.Empty, ImmutableArray<ModelDocument>.Empty);

    /// <summary>The models of all references that use EF Core.</summary>
    public static IEnumerable<ReferencedModel> Of(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var reference in compilation.References)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var model = reference switch
            {
                CompilationReference project => Of(project, cancellationToken),
                PortableExecutableReference file => Of(file),
                _ => s_none,
            };
            if (model != s_none)
                yield return model;
        }
    }

    /// <summary>The names of the DbSets that other projects declare. Reads no model.</summary>
    /// <param name="compilation">The compilation that references them.</param>
    /// <param name="includeHidden">True to include the sets of assemblies that export no model, because it comes from elsewhere.</param>
    public static IEnumerable<string> DbSets(Compilation compilation, bool includeHidden, CancellationToken cancellationToken)
    {
        foreach (var reference in compilation.References)
        {
            IEnumerable<string> names = reference switch
            {
                CompilationReference project => UsesEfCore(project.Compilation) ? DbSetNames.Of(project.Compilation, cancellationToken) : [],
                PortableExecutableReference file => Of(file) is var model && includeHidden ? model.HiddenDbSets.Concat(Exported(model)) : Exported(model),
                _ => [],
            };
            foreach (var name in names)
                yield return name;
        }
    }

    private static IEnumerable<string> Exported(ReferencedModel model) => model.Documents.SelectMany(document => document.DbSets);

    private static ReferencedModel Of(PortableExecutableReference reference)
    {
        try
        {
            var id = reference.GetMetadataId();
            if (s_byMetadata.TryGetValue(id, out var known))
                return known;
            var read = reference.GetMetadata() is AssemblyMetadata assembly && assembly.GetModules() is [var module, ..]
                ? AssemblyModelReader.Read(module.GetMetadataReader()) ?? s_none
                : s_none;
            return s_byMetadata.GetValue(id, _ => read);
        }
        // The compiler itself reports a reference that it can't read.
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
        {
            return s_none;
        }
    }

    private static ReferencedModel Of(CompilationReference reference, CancellationToken cancellationToken)
    {
        var compilation = reference.Compilation;
        if (s_byProject.TryGetValue(compilation, out var known))
            return known;
        var read = UsesEfCore(compilation)
            ? new ReferencedModel(compilation.AssemblyName ?? "", References(compilation), Documents(compilation, cancellationToken))
            : s_none;
        return s_byProject.GetValue(compilation, _ => read);
    }

    /// <summary>The project's source; and what it exported last, which knows the files handed in to that project.</summary>
    private static ImmutableArray<ModelDocument> Documents(Compilation compilation, CancellationToken cancellationToken)
    {
        var documents = ImmutableArray.Create(ProjectDocument.Of(compilation, EfModel.Read(compilation, cancellationToken), cancellationToken));
        return compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath.EndsWith(ExportedFile, StringComparison.Ordinal)) is { } tree
            && ExportedText.Of(tree, cancellationToken) is { } text
            ? documents.Add(ModelDocumentReader.Read(compilation.AssemblyName ?? "", text))
            : documents;
    }

    private static bool UsesEfCore(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == EfCore);

    private static ImmutableHashSet<string> References(Compilation compilation) =>
        ImmutableHashSet.CreateRange(StringComparer.Ordinal, compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name));
}
