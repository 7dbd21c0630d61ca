using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>The model of one context while it is being read.</summary>
internal sealed class ContextDraft(INamedTypeSymbol context)
{
    private readonly Dictionary<INamedTypeSymbol, EntityDraft> _entities = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, INamedTypeSymbol?> _byName = new(StringComparer.Ordinal);

    public INamedTypeSymbol Context { get; } = context;

    public IReadOnlyCollection<EntityDraft> Entities => _entities.Values;

    public List<RelationshipDraft> Relationships { get; } = [];

    /// <summary>Types that <c>Ignore</c> keeps out of the model.</summary>
    public HashSet<INamedTypeSymbol> Ignored { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Types that are owned or complex wherever they occur.</summary>
    public HashSet<INamedTypeSymbol> Embedded { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Those of them that are complex.</summary>
    public HashSet<INamedTypeSymbol> Complex { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The owned parts of all entities: what they refer to makes foreign keys too.</summary>
    public List<EntityDraft> OwnedParts { get; } = [];

    /// <summary>Types that conventions map to a column.</summary>
    public HashSet<ITypeSymbol> Scalars { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>How every column is stored that nothing more is said of.</summary>
    public ColumnStorage Storage { get; set; } = ColumnStorage.Plain;

    /// <summary>The schema of all tables that none is named for.</summary>
    public string? DefaultSchema { get; set; }

    /// <summary>False where the convention that indexes foreign keys was removed.</summary>
    public bool IndexesForeignKeys { get; set; } = true;

    /// <summary>Why nothing about this context is certain, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>The worst kind of what isn't certain.</summary>
    public ProblemKind? WorstProblem { get; private set; }

    /// <summary>Indexes that loops over the model's types declare: they count for every entity that has the columns.</summary>
    public List<IndexDraft> LoopIndexes { get; } = [];

    /// <summary>What the query filters mention that loops over the model's types declare.</summary>
    public List<IReadOnlyList<string>> LoopFilters { get; } = [];

    /// <summary>Namespaces of packages that configure entities of their own.</summary>
    public List<string> Packages { get; } = [];

    public EntityDraft? Find(INamedTypeSymbol entity) => _entities.TryGetValue(entity, out var draft) ? draft : null;

    public EntityDraft Add(INamedTypeSymbol entity)
    {
        if (_entities.TryGetValue(entity, out var draft))
            return draft;
        draft = new EntityDraft(entity);
        _entities.Add(entity, draft);
        _byName[entity.Name] = _byName.ContainsKey(entity.Name) ? null : entity;
        return draft;
    }

    public void Remove(EntityDraft entity) => _entities.Remove(entity.Symbol);

    /// <summary>The one entity of that simple name, or null.</summary>
    public INamedTypeSymbol? FindByName(string name) => _byName.TryGetValue(name, out var entity) ? entity : null;

    /// <summary>Notes that something about <paramref name="entity"/>, or about everything if it is null, isn't known.</summary>
    public void NotUnderstood(EntityDraft? entity, string reason, ProblemKind kind = ProblemKind.Structure)
    {
        if (entity is null)
        {
            Problem ??= reason;
            WorstProblem = WorstProblem > kind ? WorstProblem : kind;
        }
        else
        {
            entity.Problem ??= reason;
            entity.WorstProblem = entity.WorstProblem > kind ? entity.WorstProblem : kind;
        }
    }
}
