using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfAnalyzers.EfModel.References;
using PerfAnalyzers.EfModel.References.HandedIn;

namespace PerfAnalyzers.EfModel;

/// <summary>The model of one compilation, read when the first query asks for it and then kept for all others.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="options">Tells which files were handed in as models.</param>
internal sealed class ModelOfCompilation(Compilation compilation, AnalyzerOptions? options = null)
{
    private readonly object _gate = new();
    private EfModel? _model;

    /// <summary>The model. A cancelled read leaves nothing behind; the next caller reads again.</summary>
    public EfModel Get(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _model) is { } known)
            return known;

        lock (_gate)
            return _model ??= EfModel.Read(compilation, cancellationToken)
                .With(OtherModels.Read(compilation, HandedInModels.Read(options, cancellationToken), cancellationToken));
    }

    /// <summary>The names of the DbSets that a query may start at, those of referenced projects among them. Reads no model.</summary>
    public ImmutableHashSet<string> NamesOfDbSets(CancellationToken cancellationToken)
    {
        var hasModelFiles = options is not null && !HandedInModels.Files(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider).IsEmpty;
        return DbSetNames.Of(compilation, cancellationToken).Union(ReferencedModels.DbSets(compilation, hasModelFiles, cancellationToken));
    }
}
