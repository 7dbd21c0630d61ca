using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.References.Documents;

namespace PerfAnalyzers.EfModel.References;

/// <summary>The model that a project declares, as a document.</summary>
internal static class ProjectDocument
{
    public static ModelDocument Of(Compilation compilation, EfModel model, CancellationToken cancellationToken) => new(
        compilation.AssemblyName ?? "",
        DbSetNames.Of(compilation, cancellationToken).OrderBy(name => name, StringComparer.Ordinal).ToImmutableArray(),
        model.Tables.Select(TableDocuments.Of).OfType<TableDocument>().ToImmutableArray());
}
