using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>An index while the model is being read.</summary>
internal sealed class IndexDraft(IReadOnlyList<string> columns, string? name)
{
    public IReadOnlyList<string> Columns { get; } = columns;

    public string? Name { get; } = name;

    public IndexOrigin Origin { get; set; } = IndexOrigin.Fluent;

    /// <summary>Null while neither code nor attribute has said.</summary>
    public bool? IsUnique { get; set; }

    /// <summary>See <see cref="TableIndex.Filter"/>.</summary>
    public string? Filter { get; set; }

    public string? Method { get; set; }

    /// <summary>Descending flags per column; empty for all descending; null for none.</summary>
    public IReadOnlyList<bool>? Descending { get; set; }

    public TableIndex ToTableIndex() => new(
        Columns.Select((column, i) => new IndexColumn(column, Descending is not null && (Descending.Count == 0 || (i < Descending.Count && Descending[i])))).ToImmutableArray(),
        Origin)
    {
        IsUnique = IsUnique == true,
        Filter = Filter,
        Method = Method,
    };
}
