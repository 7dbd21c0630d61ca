using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.References.Documents;
using PerfAnalyzers.EfModel.References.HandedIn;
using PerfAnalyzers.EfModel.Sources;

namespace PerfAnalyzers.EfModel.References;

/// <summary>
/// The models that a compilation sees without declaring them: those of referenced projects, and those handed in as files. An entity is looked
/// up by name when a query asks for it, so that a large model of which little is queried costs little.
/// </summary>
internal sealed class OtherModels
{
    private readonly Compilation _compilation;
    private readonly List<ReferencedModel> _references;
    private readonly HandedInModels _handedIn;
    private readonly ILookup<string, TableDocument> _tables;
    private readonly Lazy<ILookup<string, IAssemblySymbol>> _assemblies;
    private readonly ConcurrentDictionary<INamedTypeSymbol, EntityTable?> _found = new(SymbolEqualityComparer.Default);

    private OtherModels(Compilation compilation, List<ReferencedModel> references, HandedInModels handedIn)
    {
        _compilation = compilation;
        _references = references;
        _handedIn = handedIn;
        _tables = references.SelectMany(reference => reference.Documents).Concat(handedIn.Documents)
            .SelectMany(document => document.Tables)
            .ToLookup(table => table.Entity, StringComparer.Ordinal);
        _assemblies = new(() => compilation.SourceModule.ReferencedAssemblySymbols.Append(compilation.Assembly).ToLookup(assembly => assembly.Name, StringComparer.Ordinal));
    }

    /// <summary>Reads the models of everything that <paramref name="compilation"/> references; null where there is nothing to see.</summary>
    public static OtherModels? Read(Compilation compilation, HandedInModels handedIn, CancellationToken cancellationToken)
    {
        var references = ReferencedModels.Of(compilation, cancellationToken).ToList();
        return references.Count == 0 && handedIn.IsEmpty ? null : new OtherModels(compilation, references, handedIn);
    }

    /// <summary>The files handed in, without the references.</summary>
    public static OtherModels FilesOnly(Compilation compilation, HandedInModels handedIn) => new(compilation, [], handedIn);

    /// <summary>
    /// What all models together say of an entity: every index of every model, and no more certainty than the least certain. A model that can't be
    /// read makes uncertain what it may map.
    /// </summary>
    /// <param name="entity">The entity type.</param>
    /// <param name="own">Its table in the contexts of the compilation itself, or null.</param>
    public EntityTable? Find(INamedTypeSymbol entity, EntityTable? own) => _found.GetOrAdd(entity, _ => Combine(entity, own));

    /// <summary>Why there may be more about an entity than can be seen, or null.</summary>
    public string? DoubtAbout(INamedTypeSymbol entity) =>
        _handedIn.Problem ?? _references.Select(reference => reference.DoubtAbout(entity.ContainingAssembly.Name)).FirstOrDefault(reason => reason is not null);

    private EntityTable? Combine(INamedTypeSymbol entity, EntityTable? own)
    {
        var table = own;
        // A document names no constructed type.
        if (!entity.IsGenericType)
        {
            foreach (var document in _tables[SourceIndex.MetadataName(entity)])
            {
                if (document.Assembly is not null && document.Assembly != entity.ContainingAssembly.Name)
                    continue;
                var other = TableDocuments.In(document, entity, FindType);
                table = table is null ? other : ModelReader.Union(table, other) with { TableNames = table.TableNames.Union(other.TableNames).ToImmutableArray() };
            }
        }
        table = _handedIn.Scripts.Apply(table, entity);
        return table is { Knowledge.IsComplete: true } && DoubtAbout(entity) is { } doubt ? table with { Knowledge = Knowledge.Partial(doubt) } : table;
    }

    private INamedTypeSymbol? FindType(string metadataName, string? assembly) => assembly is null
        ? _compilation.GetTypeByMetadataName(metadataName)
        : _assemblies.Value[assembly].Select(symbol => symbol.GetTypeByMetadataName(metadataName)).FirstOrDefault(type => type is not null);
}
