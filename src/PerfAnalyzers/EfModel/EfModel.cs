using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Sources;

namespace PerfAnalyzers.EfModel;

/// <summary>The tables, keys and indexes of a compilation's EF Core contexts: immutable, read once per compilation.</summary>
internal sealed class EfModel
{
    private static readonly EfModel s_empty = new(ImmutableDictionary.Create<INamedTypeSymbol, EntityTable>(SymbolEqualityComparer.Default));

    private readonly ImmutableDictionary<INamedTypeSymbol, EntityTable> _tables;

    private EfModel(ImmutableDictionary<INamedTypeSymbol, EntityTable> tables) => _tables = tables;

    /// <summary>Every table found, in no particular order.</summary>
    public IEnumerable<EntityTable> Tables => _tables.Values;

    /// <summary>Reads the model of every context declared in <paramref name="compilation"/>.</summary>
    public static EfModel Read(Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (compilation.GetTypesByMetadataName("Microsoft.EntityFrameworkCore.DbContext").IsEmpty)
            return s_empty;
        var tables = s_empty._tables.ToBuilder();
        if (ModelCache.Find(compilation, cancellationToken) is { } kept)
        {
            tables.AddRange(kept.Select(table => new KeyValuePair<INamedTypeSymbol, EntityTable>(table.Entity, table)));
            return new EfModel(tables.ToImmutable());
        }
        foreach (var table in ModelReader.Read(compilation, cancellationToken))
            tables[table.Entity] = tables.TryGetValue(table.Entity, out var other) ? ModelReader.Union(other, table) : table;
        ModelCache.Keep(compilation, tables.Values, cancellationToken);
        return new EfModel(tables.ToImmutable());
    }

    /// <summary>The table of an entity type, or null where no context of the compilation maps it.</summary>
    public EntityTable? Find(INamedTypeSymbol entity) => _tables.TryGetValue(entity, out var table) ? table : null;
}
