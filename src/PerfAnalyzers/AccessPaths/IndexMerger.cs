using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Merges the advice for many queries of one entity into the fewest indexes.</summary>
internal static class IndexMerger
{
    /// <summary>
    /// The indexes to have so that each of <paramref name="advised"/> is served, in the order they were first advised. Each shorter one is
    /// folded into a longer one that starts with its columns, or would if the columns compared for equality stood in another order.
    /// </summary>
    public static ImmutableArray<AdvisedIndex> Merge(IEnumerable<AdvisedIndex> advised)
    {
        var merged = new List<(AdvisedIndex Index, int First)>();
        var longestFirst = advised.Select((index, i) => (Index: index, First: i)).OrderByDescending(item => item.Index.Columns.Length).ThenBy(item => item.Index.Interchangeable);
        foreach (var (index, first) in longestFirst)
        {
            var found = merged.FindIndex(longer => Fold(longer.Index, index) is not null);
            if (found < 0)
                merged.Add((index, first));
            else
                merged[found] = (Fold(merged[found].Index, index)!, Math.Min(merged[found].First, first));
        }

        return merged.OrderBy(item => item.First).Select(item => item.Index).ToImmutableArray();
    }

    /// <summary>The longer index with its free columns put into an order that serves both; null if there is none.</summary>
    private static AdvisedIndex? Fold(AdvisedIndex longer, AdvisedIndex shorter)
    {
        var result = new List<IndexColumn>();
        var free = longer.Columns.Take(longer.Interchangeable).ToList();
        var wanted = shorter.Columns.Take(shorter.Interchangeable).ToList();
        var rest = shorter.Columns.Skip(shorter.Interchangeable).ToList();

        // What both may order freely comes first; what only the longer may, in the order the shorter asks for.
        var shared = free.Where(column => wanted.Exists(other => other.Name == column.Name)).ToList();
        if (shared.Count == wanted.Count)
        {
            result.AddRange(shared);
            var others = free.Except(shared).ToList();
            foreach (var column in rest)
            {
                if (others.Count > 0)
                {
                    var match = others.FindIndex(other => other.Name == column.Name);
                    if (match < 0)
                        return null;
                    result.Add(column);
                    others.RemoveAt(match);
                }
                else if (result.Count < longer.Columns.Length && longer.Columns[result.Count] == column)
                {
                    result.Add(column);
                }
                else
                {
                    return null;
                }
            }

            result.AddRange(others);
        }
        else
        {
            // The shorter's free columns may also reach into what the longer must keep in order.
            if (shared.Count != free.Count)
                return null;
            var positions = longer.Columns.Skip(free.Count).Take(wanted.Count - shared.Count).ToList();
            if (!positions.TrueForAll(column => wanted.Exists(other => other.Name == column.Name)) || positions.Count != wanted.Count - shared.Count)
                return null;
            result.AddRange(free);
            result.AddRange(positions);
            if (!rest.SequenceEqual(longer.Columns.Skip(result.Count).Take(rest.Count)))
                return null;
        }

        result.AddRange(longer.Columns.Skip(result.Count));
        return new AdvisedIndex(result.ToImmutableArray(), Math.Min(shorter.Interchangeable, longer.Interchangeable));
    }
}
