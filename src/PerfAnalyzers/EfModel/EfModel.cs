using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.References;
using PerfAnalyzers.EfModel.Sources;

namespace PerfAnalyzers.EfModel;

/// <summary>The tables, keys and indexes of a compilation's EF Core contexts: immutable, read once per compilation.</summary>
internal sealed class EfModel
{
    private static readonly EfModel s_empty = new(ImmutableDictionary.Create<INamedTypeSymbol, EntityTable>(SymbolEqualityComparer.Default));

    private readonly ImmutableDictionary<INamedTypeSymbol, EntityTable> _tables;
    private readonly KeptTables? _kept;
    private readonly OtherModels? _others;

    private EfModel(ImmutableDictionary<INamedTypeSymbol, EntityTable> tables, KeptTables? kept = null, OtherModels? others = null)
    {
        _tables = tables;
        _kept = kept;
        _others = others;
    }

    /// <summary>Stays the same object from one compilation to the next while the model does; null for one that was just read.</summary>
    public object? Identity => _kept?.Identity;

    /// <summary>Every table of the compilation's own contexts, in no particular order.</summary>
    public IEnumerable<EntityTable> Tables => _kept?.All ?? _tables.Values;

    /// <summary>Reads the model of every context declared in <paramref name="compilation"/>.</summary>
    public static EfModel Read(Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (compilation.GetTypesByMetadataName("Microsoft.EntityFrameworkCore.DbContext").IsEmpty)
            return s_empty;
        if (ModelCache.Find(compilation, cancellationToken) is { } kept)
            return new EfModel(s_empty._tables, kept);
        var tables = s_empty._tables.ToBuilder();
        foreach (var table in ModelReader.Read(compilation, cancellationToken))
            tables[table.Entity] = tables.TryGetValue(table.Entity, out var other) ? ModelReader.Union(other, table) : table;
        ModelCache.Keep(compilation, tables.Values, cancellationToken);
        return new EfModel(tables.ToImmutable());
    }

    /// <summary>This model, and what referenced projects and files handed in say beside it.</summary>
    public EfModel With(OtherModels? others) => others is null ? this : new EfModel(_tables, _kept, others);

    /// <summary>The table of an entity type, or null where no context in sight maps it.</summary>
    public EntityTable? Find(INamedTypeSymbol entity)
    {
        var own = _kept is not null ? _kept.Find(entity) : _tables.TryGetValue(entity, out var table) ? table : null;
        return _others is null ? own : _others.Find(entity, own);
    }

    /// <summary>Why not all is known of an entity's table, for a user to read; null where all is.</summary>
    public string? WhyUnknown(INamedTypeSymbol entity) => Find(entity) switch
    {
        { Knowledge.IsComplete: true } => null,
        { } table => table.Knowledge.Reason,
        null => _others?.DoubtAbout(entity)
            ?? $"no context that can be seen from here maps '{entity.Name}': install PerfAnalyzers in the project that declares the context, or hand its model in with <PerfAnalyzersModel Include=\"…\" />",
    };
}
