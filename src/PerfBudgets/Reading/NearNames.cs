namespace PerfBudgets.Reading;

/// <summary>Names someone may have meant.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <summary>Those at most a third of the name's length away in edits, or that contain it; the nearest first.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> names) =>
    [
        .. (from other in names
           let distance = other.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length > 2 ? 0 : Distance(name.ToUpperInvariant(), other.ToUpperInvariant())
           where distance <= Math.Max(1, name.Length / 3)
           orderby distance, other.Length
           select other).Take(Most),
    ];

    /// <summary>Levenshtein's edit distance (1966), a row at a time.</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
