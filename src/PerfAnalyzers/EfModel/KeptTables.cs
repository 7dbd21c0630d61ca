using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel;

/// <summary>The tables of the compilation before, each given the symbols of this one when it is asked for.</summary>
internal sealed class KeptTables(IReadOnlyDictionary<string, KeptTable> tables, Compilation compilation)
{
    private readonly ConcurrentDictionary<string, EntityTable?> _found = new(StringComparer.Ordinal);

    /// <summary>Stays the same object for as long as the model stays the same.</summary>
    public object Identity => tables;

    public IEnumerable<EntityTable> All => tables.Keys.Select(Find).OfType<EntityTable>();

    public EntityTable? Find(INamedTypeSymbol entity) => TypeName.Of(entity, compilation) is { } name ? Find(name.Key) : null;

    private EntityTable? Find(string key) => tables.TryGetValue(key, out var table) ? _found.GetOrAdd(key, _ => table.In(compilation)) : null;
}
