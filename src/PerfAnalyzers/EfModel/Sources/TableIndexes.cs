using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Sets of indexes.</summary>
internal static class TableIndexes
{
    /// <summary>Each index once.</summary>
    public static ImmutableArray<TableIndex> Distinct(IEnumerable<TableIndex> indexes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return indexes.Where(index => seen.Add(Identity(index))).ToImmutableArray();
    }

    /// <summary>Two indexes are the same if they have the same columns and serve the same queries.</summary>
    public static string Identity(TableIndex index) =>
        $"{index}|{index.IsUnique}|{index.Filter ?? "-"}|{index.Method}|{index.HasOperatorClass}|{string.Join(",", index.Included)}";
}
