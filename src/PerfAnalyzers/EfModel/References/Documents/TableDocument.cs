using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.References.Documents;

/// <summary>An <see cref="EntityTable"/> without symbols.</summary>
/// <param name="Entity">The metadata name of the entity type.</param>
/// <param name="Assembly">The simple name of its assembly; null where the source doesn't know it.</param>
/// <param name="Knowledge">How far the rest can be trusted.</param>
internal sealed record TableDocument(string Entity, string? Assembly, Knowledge Knowledge)
{
    /// <summary>The names its table may have in SQL.</summary>
    public ImmutableArray<string> TableNames { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>See <see cref="EntityTable.Schema"/>.</summary>
    public string? Schema { get; init; }

    /// <summary>See <see cref="EntityTable.ColumnNames"/>.</summary>
    public ImmutableDictionary<string, string> ColumnNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<string> Columns { get; init; } = ImmutableArray<string>.Empty;

    public ImmutableArray<TableIndex> Indexes { get; init; } = ImmutableArray<TableIndex>.Empty;

    public ImmutableArray<NavigationDocument> Navigations { get; init; } = ImmutableArray<NavigationDocument>.Empty;

    public ImmutableArray<KeyValuePair<string, string>> NavigationKeys { get; init; } = ImmutableArray<KeyValuePair<string, string>>.Empty;

    public ImmutableArray<string> QueryFilterColumns { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>See <see cref="EntityTable.GuessesQueryFilters"/>.</summary>
    public bool GuessesQueryFilters { get; init; }

    public bool HasFilterOnOtherTables { get; init; }

    /// <summary>See <see cref="EntityTable.Storage"/>.</summary>
    public ImmutableDictionary<string, ColumnStorage> Storage { get; init; } = ImmutableDictionary<string, ColumnStorage>.Empty;

    public bool IsSmall { get; init; }
}
