using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel;

/// <summary>A table without its symbols, which are kept by name.</summary>
internal sealed class KeptTable
{
    private readonly TypeName _entity;
    private readonly EntityTable _table;
    private readonly ImmutableArray<(string Name, TypeName Target, Navigation Navigation)> _navigations;

    /// <summary>The entity's name.</summary>
    public string Key => _entity.Key;

    private KeptTable(TypeName entity, EntityTable table, ImmutableArray<(string Name, TypeName Target, Navigation Navigation)> navigations)
    {
        _entity = entity;
        _table = table;
        _navigations = navigations;
    }

    /// <summary>Takes the symbols off, or returns null where one has no name to find it by.</summary>
    public static KeptTable? Of(EntityTable table, Compilation compilation)
    {
        if (TypeName.Of(table.Entity, compilation) is not { } entity)
            return null;
        var navigations = ImmutableArray.CreateBuilder<(string Name, TypeName Target, Navigation Navigation)>(table.Navigations.Count);
        foreach (var (name, navigation) in table.Navigations.Select(pair => (pair.Key, pair.Value)))
        {
            if (TypeName.Of(navigation.Target, compilation) is not { } target)
                return null;
            navigations.Add((name, target, navigation with { Target = null! }));
        }
        return new KeptTable(entity, table with { Entity = null!, Navigations = ImmutableDictionary<string, Navigation>.Empty }, navigations.ToImmutable());
    }

    /// <summary>The table with the symbols of <paramref name="compilation"/>, or null where it lacks one.</summary>
    public EntityTable? In(Compilation compilation)
    {
        if (_entity.Find(compilation) is not { } entity)
            return null;
        var navigations = ImmutableDictionary.CreateBuilder<string, Navigation>(StringComparer.Ordinal);
        foreach (var (name, targetName, navigation) in _navigations)
        {
            if (targetName.Find(compilation) is not { } target)
                return null;
            navigations.Add(name, navigation with { Target = target });
        }
        return _table with { Entity = entity, Navigations = navigations.ToImmutable() };
    }
}
