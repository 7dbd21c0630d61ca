using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>
/// What a command compares a column with. SQLite's plan names the column that an index is entered by, but not the value: whether that comes
/// from the query or from another table, only the SQL tells.
/// </summary>
/// <param name="sql">The command.</param>
/// <param name="names">The column under each name it goes by: its table's alias, and those of the derived tables around it.</param>
internal sealed class SqlComparisons(string sql, ImmutableArray<string> names)
{
    public static SqlComparisons Of(string sql, string alias, string column) => new(sql, [.. Aliases(sql, alias).Select(name => Regex.Escape($"\"{name}\".\"{column}\""))]);

    /// <summary>True where an index that is entered by the column finds rows by the query's own values.</summary>
    /// <param name="isEquality">True where it is entered by <c>=</c>, false for a range.</param>
    /// <param name="isRepeated">True where the table is read once for each row of another: by what joins them, whatever else is asked of the column.</param>
    public bool IsSeek(bool isEquality, bool isRepeated)
    {
        // Where no table has been read before, what joins this one with another has a value: that of the other's own comparison.
        if (!isRepeated && names.Any(JoinsTables))
            return true;

        var joins = isEquality && names.Any(JoinsTables);
        if (names.Any(name => MeetsValue(name, isEquality)))
            return !(joins && isRepeated);

        // A null test of a column that joins tables asks whether the outer join found a row: that finds none by itself.
        return !joins && names.Any(name => Regex.IsMatch(sql, $@"{name}\s*IS\b"));
    }

    /// <summary>True where the column stands beside a comparison whose other side is neither a column nor a subquery on tables.</summary>
    private bool MeetsValue(string name, bool isEquality)
    {
        var before = isEquality ? "(?<![<>])=" : "<=?(?!>)|(?<!<)>=?";
        var after = isEquality ? @"=|IN\b" : @"<=?(?!>)|>=?|LIKE\b";
        return Regex.IsMatch(sql, $$"""{{name}}\s*(?:{{after}})(?!\s*(?:"\w+"\."|\(\s*SELECT(?!.{0,40}json_each)))""", RegexOptions.Singleline)
            || Regex.IsMatch(sql, $$"""(?<!"\w+"\."\w+"\s*)(?:{{before}})\s*{{name}}""");
    }

    /// <summary>True where the column is compared for equality with another table's.</summary>
    private bool JoinsTables(string name) => Regex.IsMatch(sql, $$"""{{name}}\s*=\s*"\w+"\.""") || Regex.IsMatch(sql, $$"""\w"\."\w+"\s*=\s*{{name}}""");

    /// <summary>The alias, and those of the derived tables it stands in: EF Core hands columns through under their own names.</summary>
    private static IEnumerable<string> Aliases(string sql, string alias)
    {
        yield return alias;
        var depth = 0;
        for (var i = sql.IndexOf($" AS \"{alias}\"", StringComparison.Ordinal); i >= 0 && i < sql.Length; i++)
        {
            depth += sql[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth >= 0)
                continue;

            depth = 0;
            if (Regex.Match(sql[i..], @"^\) AS ""(\w+)""") is { Success: true } derived)
                yield return derived.Groups[1].Value;
        }
    }
}
