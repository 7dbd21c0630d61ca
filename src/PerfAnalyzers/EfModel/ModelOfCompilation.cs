using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel;

/// <summary>The model of one compilation, read when the first query asks for it and then kept for all others.</summary>
internal sealed class ModelOfCompilation(Compilation compilation)
{
    private readonly object _gate = new();
    private EfModel? _model;

    /// <summary>The model. A cancelled read leaves nothing behind; the next caller reads again.</summary>
    public EfModel Get(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _model) is { } known)
            return known;

        lock (_gate)
            return _model ??= EfModel.Read(compilation, cancellationToken);
    }
}
