using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel;
using PerfAnalyzers.EfModel.Facts;
using PerfAnalyzers.EfModel.References;
using PerfAnalyzers.EfModel.References.Documents;
using PerfAnalyzers.EfModel.References.HandedIn;
using PerfAnalyzers.Rules;

namespace PerfAnalyzers.ModelExport;

/// <summary>The text that a project exports.</summary>
internal static class ExportedModel
{
    private static readonly ConditionalWeakTable<object, string> s_written = new();

    /// <summary>The document, or null where there is nothing to export.</summary>
    public static string? Of(Compilation compilation, ImmutableArray<AdditionalText> handedIn, ExportSettings settings, CancellationToken cancellationToken)
    {
        if (EfCoreProject.FindDbSet(compilation) is null
            || EfCoreProject.IsTestProject(compilation)
            || compilation.GetTypeByMetadataName("System.Reflection.AssemblyMetadataAttribute") is null
            || !compilation.SyntaxTrees.Any(tree => DeclaresModel(TreeFacts.Of(tree, cancellationToken))))
        {
            return null;
        }

        // While the model stays the same, so does its text.
        var own = EfModel.EfModel.Read(compilation, cancellationToken);
        if (!handedIn.IsEmpty || settings.MissingModels is not null || own.Identity is not { } identity)
            return Write(compilation, own, handedIn, settings, cancellationToken);
        return s_written.TryGetValue(identity, out var known) ? known : s_written.GetValue(identity, _ => Write(compilation, own, handedIn, settings, cancellationToken));
    }

    private static string Write(
        Compilation compilation, EfModel.EfModel own, ImmutableArray<AdditionalText> handedIn, ExportSettings settings, CancellationToken cancellationToken)
    {
        // What was handed in to this project, scripts above all, the projects that reference it must know too. What this project references
        // they reference themselves.
        var files = HandedInModels.Read(handedIn, settings.MissingModels, cancellationToken);
        var document = ProjectDocument.Of(compilation, own, cancellationToken);
        if (!files.IsEmpty)
        {
            var whole = own.With(OtherModels.FilesOnly(compilation, files));
            document = document with { Tables = own.Tables.Select(table => whole.Find(table.Entity)).OfType<EntityTable>().Select(TableDocuments.Of).OfType<TableDocument>().ToImmutableArray() };
        }
        // A text beyond all measure is refused where it is read.
        return ModelDocumentWriter.Write(document);
    }

    private static bool DeclaresModel(TreeFacts facts) => facts.DbSets.Count > 0 || facts.Types.Any(type => type.BaseNames.Any(name => name.EndsWith("Context", StringComparison.Ordinal)));
}
