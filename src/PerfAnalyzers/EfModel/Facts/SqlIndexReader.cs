using System.Text.RegularExpressions;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Finds what a piece of SQL does to indexes. What it can't read on a table makes that table opaque.</summary>
internal static class SqlIndexReader
{
    private const string TableName = @"(?<table>[\w\.""\[\]`]+)";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private static readonly Regex s_statement = new(
        @"\bCREATE\s+(?<kind>(?:\w+\s+){0,3}?)INDEX\b(?<name>[^;(]*?)\bON\s+(?:ONLY\s+)?" + TableName + @"\s*(?:USING\s+(?<method>\w+)\s*)?(?<rest>[^;]*)"
            + @"|\bDROP\s+INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+EXISTS\s+)?(?<dropped>[\w\.""\[\]`]+)"
            + @"|\bALTER\s+TABLE\s+(?:ONLY\s+)?(?:IF\s+EXISTS\s+)?" + TableName + @"[^;]*?\b(?<constraint>UNIQUE|PRIMARY\s+KEY|EXCLUDE)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, s_patience);

    private static readonly Regex s_columns = new(
        @"^\s*\(\s*(?<columns>(?:[\w""\[\]`]+(?:\s+(?:ASC|DESC))?\s*,\s*)*[\w""\[\]`]+(?:\s+(?:ASC|DESC))?)\s*\)\s*(?<include>INCLUDE\s*\([^)]*\)\s*)?(?:WHERE\b(?<filter>.*)|WITH\s*\([^)]*\)\s*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled | RegexOptions.Singleline, s_patience);

    public static IReadOnlyList<MigrationStep> Read(string sql)
    {
        if (!Mentions(sql, "INDEX") && !Mentions(sql, "UNIQUE") && !Mentions(sql, "PRIMARY") && !Mentions(sql, "EXCLUDE"))
            return [];
        try
        {
            var steps = s_statement.Matches(sql).Cast<Match>().Select(Step).ToList();
            // Something is created that mentions an index, and it isn't clear on which table.
            return steps.Count > 0 || !Mentions(sql, "INDEX") || !Mentions(sql, "CREATE") ? steps : [new MigrationStep(MigrationStepKind.Opaque, null, null)];
        }
        catch (RegexMatchTimeoutException)
        {
            return [new MigrationStep(MigrationStepKind.Opaque, null, null)];
        }
    }

    private static MigrationStep Step(Match match)
    {
        if (match.Groups["dropped"] is { Success: true, Value: var dropped })
            return new MigrationStep(MigrationStepKind.Drop, null, Unquoted(dropped));
        var table = Unquoted(match.Groups["table"].Value);
        var kind = match.Groups["kind"].Value.Trim().ToUpperInvariant();
        if (match.Groups["constraint"].Success || s_columns.Match(match.Groups["rest"].Value) is not { Success: true } definition)
            return new MigrationStep(MigrationStepKind.Opaque, table, null);
        var columns = definition.Groups["columns"].Value.Split(',').Select(column => column.Trim().Split(' ', '\t', '\r', '\n')).ToList();
        return new MigrationStep(MigrationStepKind.Create, table, NameOf(match.Groups["name"].Value))
        {
            Columns = [.. columns.Select(column => Unquoted(column[0]))],
            Descending = [.. columns.Select(column => column.Length > 1 && column[column.Length - 1].Equals("DESC", StringComparison.OrdinalIgnoreCase))],
            IsUnique = kind.Contains("UNIQUE"),
            Method = kind.Contains("FULLTEXT") || kind.Contains("SPATIAL") || kind.Contains("COLUMNSTORE") || kind.Contains("XML") ? kind
                : match.Groups["method"] is { Success: true, Value: var method } ? method
                : null,
            Filter = definition.Groups["filter"] is { Success: true, Value: var filter } ? filter.Trim() : null,
        };
    }

    /// <summary>The name in <c>CONCURRENTLY IF NOT EXISTS "IX_Orders_A"</c>.</summary>
    private static string? NameOf(string text) =>
        text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } name && !name.Equals("EXISTS", StringComparison.OrdinalIgnoreCase)
            ? Unquoted(name)
            : null;

    private static bool Mentions(string sql, string word) => sql.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Unquoted(string name)
    {
        var last = name.LastIndexOf('.');
        return (last < 0 ? name : name.Substring(last + 1)).Trim('"', '[', ']', '`');
    }
}
