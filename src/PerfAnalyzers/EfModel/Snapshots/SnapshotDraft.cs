using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Snapshots;

/// <summary>An entity, or an owned or complex part of one, while a snapshot is being read.</summary>
internal sealed class SnapshotDraft(string name)
{
    public string? Table { get; set; }

    public string? Schema { get; set; }

    public bool SaysTable { get; set; }

    public bool IsNoTable { get; set; }

    public bool IsJson { get; set; }

    public bool IsTablePerType { get; set; }

    public bool IsTablePerConcreteType { get; set; }

    public bool IsSmall { get; set; }

    public string? BaseType { get; set; }

    public bool IsComplete { get; set; } = true;

    public IReadOnlyList<string>? Key { get; set; }

    public List<IReadOnlyList<string>> AlternateKeys { get; } = [];

    public List<IndexDraft> Indexes { get; } = [];

    /// <summary>Column names by property.</summary>
    public Dictionary<string, string> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>How properties are stored.</summary>
    public Dictionary<string, ColumnStorage> Storage { get; } = new(StringComparer.Ordinal);

    /// <summary>The parts by navigation: owned references and complex properties.</summary>
    public List<(string Path, SnapshotDraft Part, bool IsComplex)> Parts { get; } = [];

    public SnapshotEntity ToEntity()
    {
        var columns = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var indexes = ImmutableArray.CreateBuilder<TableIndex>();
        if (Key is { Count: > 0 } key)
            indexes.Add(new TableIndex(IndexOrigin.Key, [.. key]) { IsUnique = true });
        indexes.AddRange(AlternateKeys.Select(alternate => new TableIndex(IndexOrigin.Key, [.. alternate]) { IsUnique = true }));
        var storage = ImmutableDictionary.CreateBuilder<string, ColumnStorage>(StringComparer.Ordinal);
        Collect("", this, [], columns, storage, indexes);
        return new SnapshotEntity(name, columns.ToImmutable(), indexes.ToImmutable())
        {
            Storage = storage.ToImmutable(),
            Table = Table,
            Schema = Schema,
            IsNoTable = IsNoTable || (SaysTable && Table is null && !IsTablePerConcreteType),
            BaseType = BaseType,
            IsComplete = IsComplete,
            IsTablePerType = IsTablePerType,
            IsSmall = IsSmall,
        };
    }

    private void Collect(
        string prefix, SnapshotDraft part, IReadOnlyList<string> hidden, ImmutableDictionary<string, string>.Builder columns,
        ImmutableDictionary<string, ColumnStorage>.Builder storage, ImmutableArray<TableIndex>.Builder indexes)
    {
        foreach (var column in part.Columns.Where(column => !hidden.Contains(column.Key)))
        {
            columns[prefix + column.Key] = column.Value;
            storage[prefix + column.Key] = part.Storage[column.Key];
        }
        foreach (var index in part.Indexes)
        {
            if (!index.Columns.Any(hidden.Contains))
                indexes.Add((prefix.Length == 0 ? index : index.Under(prefix)).ToTableIndex() with { Origin = IndexOrigin.Snapshot });
        }
        IsComplete &= part.IsComplete;
        foreach (var (path, inner, isComplex) in part.Parts)
        {
            // A part in a table of its own, or in a JSON document, has no columns here.
            if (!inner.IsJson && (isComplex || !inner.SaysTable || (inner.Table == Table && inner.Schema == Schema)))
                Collect(prefix + path + ".", inner, isComplex ? [] : inner.Key ?? [], columns, storage, indexes);
        }
    }
}
