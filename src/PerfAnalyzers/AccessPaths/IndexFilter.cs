using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Reads the SQL of an index's filter as far as it takes to see that a query can't imply it.</summary>
internal static class IndexFilter
{
    private static readonly Regex s_notRead = new(@"\bOR\b|\bNOT\s*\(|\bCASE\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex s_texts = new(@"'(?:[^']|'')*'", RegexOptions.CultureInvariant);

    /// <summary>A name in quotes, or a bare word that is neither a function nor the type of a cast.</summary>
    private static readonly Regex s_names = new(@"[\[""`](?<name>[^\]""`]+)[\]""`]|(?<!::|\bAS\s+)\b(?<name>[A-Za-z_]\w*)\b(?!\s*\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>
    /// The columns that <paramref name="filter"/> tests, each of which a query must test too if it is to imply the filter; empty where that
    /// isn't certain: an OR, a text that isn't known, columns whose names in SQL are others than their properties'.
    /// </summary>
    public static ImmutableArray<string> Columns(string filter, IEnumerable<string> columns)
    {
        var code = s_texts.Replace(filter, " ");
        if (s_notRead.IsMatch(code))
            return ImmutableArray<string>.Empty;

        var named = new HashSet<string>(s_names.Matches(code).Cast<Match>().Select(match => Plain(match.Groups["name"].Value)), StringComparer.OrdinalIgnoreCase);
        return columns.Where(column => named.Contains(Plain(column))).ToImmutableArray();
    }

    /// <summary>A convention may write <c>DeletedAt</c> as <c>deleted_at</c>.</summary>
    private static string Plain(string name) => name.Replace("_", "");
}
