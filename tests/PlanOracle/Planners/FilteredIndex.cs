using System.Text.RegularExpressions;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>Judges an index that holds only the rows of a filter and is read from end to end.</summary>
internal static partial class FilteredIndex
{
    /// <summary>
    /// Such an index serves a query whose filter is the index's own. One that leaves out nulls is used for any comparison, and for any
    /// join, on the column: unless the query asks for what isn't null, that is as good as the whole table.
    /// </summary>
    public static AccessKind Kind(string filter, string sql) =>
        NotNull().Match(filter) is { Success: true } match && !sql.Contains(match.Groups["column"].Value + " IS NOT NULL")
            ? AccessKind.Scan
            : AccessKind.FilteredIndex;

    [GeneratedRegex("""
        (?<column>"\w+") IS NOT NULL
        """)]
    private static partial Regex NotNull();
}
