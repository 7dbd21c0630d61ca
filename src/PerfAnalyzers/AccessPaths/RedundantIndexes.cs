using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Finds indexes that another index of the same table makes superfluous.</summary>
internal static class RedundantIndexes
{
    /// <summary>Each index that is redundant, and the one that covers it.</summary>
    public static IEnumerable<(TableIndex Index, TableIndex CoveredBy)> Find(ImmutableArray<TableIndex> indexes)
    {
        for (var i = 0; i < indexes.Length; i++)
        {
            if (indexes[i].Origin is IndexOrigin.Key or IndexOrigin.Convention || indexes[i].IsUnique || indexes[i].IsClustered)
                continue;

            for (var j = 0; j < indexes.Length; j++)
            {
                // Of two that are alike, the later declaration is the superfluous one.
                if (i != j && Covers(indexes[j], indexes[i]) && (j < i || indexes[j].IsUnique || !Covers(indexes[i], indexes[j])))
                {
                    yield return (indexes[i], indexes[j]);
                    break;
                }
            }
        }
    }

    /// <summary>
    /// True when the columns of <paramref name="index"/>, in order and direction, are a prefix of the other's, of the same method; neither is
    /// filtered; and what it includes is held by the other.
    /// </summary>
    private static bool Covers(TableIndex other, TableIndex index) =>
        other.Columns.Length >= index.Columns.Length
        && other.Columns.Take(index.Columns.Length).SequenceEqual(index.Columns)
        && SameMethod(other, index)
        && !other.IsFiltered && !index.IsFiltered && !other.HasOperatorClass && !index.HasOperatorClass
        && index.Included.All(column => other.Included.Contains(column) || other.Columns.Any(held => held.Name == column))
        && other.Origin != IndexOrigin.Convention;

    /// <summary>A prefix is only of use in a B-tree; an index of another method must be the same.</summary>
    private static bool SameMethod(TableIndex other, TableIndex index) =>
        (other.IsBTree && index.IsBTree)
        || (string.Equals(other.Method, index.Method, StringComparison.OrdinalIgnoreCase) && other.Columns.Length == index.Columns.Length);
}
