using System.Text;
using System.Text.RegularExpressions;
using PerfAssert.EntityFrameworkCore.Statements;
using PerfTool.Cli;

namespace PerfTool.Indexes.Measuring;

/// <summary>
/// Reads a file of recorded queries: statements that end with a semicolon, a line <c>-- name: …</c> before each that shall have a name. Values stand in
/// the SQL, or above it as EF Core's <c>ToQueryString()</c> writes them: <c>-- @p='1' (DbType = Int32)</c> or <c>.param set @p 1</c>.
/// </summary>
internal static partial class QueryFile
{
    /// <summary>Somebody handed over a dump.</summary>
    private const long MostBytes = 4 * 1024 * 1024;

    /// <summary>What has no place in a query that changes nothing: a WITH may hold a DELETE, a SELECT an INTO, or a FOR UPDATE.</summary>
    private static readonly string[] s_refused = ["INSERT", "UPDATE", "DELETE", "MERGE", "INTO"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">It is not there, has no query, or one that is not a SELECT.</exception>
    public static IReadOnlyList<RecordedQuery> Read(string path, string shown)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new ToolException($"{shown} is not there. Write the queries to measure into it, each with its values and a semicolon: a context's query.ToQueryString() has the SQL.");
        return file.Length > MostBytes
            ? throw new ToolException($"{shown} is {file.Length / 1048576:#,0} MB, and no file of a few queries.")
            : Parse(File.ReadAllText(path), shown);
    }

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="ToolException">It has no query, or one that is not a SELECT.</exception>
    public static IReadOnlyList<RecordedQuery> Parse(string text, string shown)
    {
        var queries = new List<RecordedQuery>();
        foreach (var (name, block) in Blocks(text))
        {
            var values = Values(block);
            var statements = Statements(SqlTokenizer.Tokens(ParameterLine().Replace(block, ""))).ToList();
            for (var i = 0; i < statements.Count; i++)
            {
                var called = name is null ? $"query {queries.Count + 1}" : statements.Count == 1 ? name : $"{name} {i + 1}";
                queries.Add(new RecordedQuery(called, Sql(statements[i], values, called, shown)));
            }
        }

        return queries.Count > 0 ? queries : throw new ToolException($"{shown} has no query. Write some, each with its values and a semicolon at its end.");
    }

    /// <summary>The text from one name to the next.</summary>
    private static IEnumerable<(string? Name, string Text)> Blocks(string text)
    {
        var names = NameLine().Matches(text);
        yield return (null, text[..(names.Count > 0 ? names[0].Index : text.Length)]);
        for (var i = 0; i < names.Count; i++)
        {
            var start = names[i].Index + names[i].Length;
            yield return (names[i].Groups["name"].Value.Trim(), text[start..(i + 1 < names.Count ? names[i + 1].Index : text.Length)]);
        }
    }

    private static Dictionary<string, string> Values(string block)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in ParameterLine().Matches(block))
            values[match.Groups["name"].Value] = match.Groups["value"].Value.Trim();
        return values;
    }

    private static IEnumerable<List<SqlToken>> Statements(List<SqlToken> tokens)
    {
        var statement = new List<SqlToken>();
        foreach (var token in tokens)
        {
            if (!token.IsSymbol(";"))
            {
                statement.Add(token);
            }
            else if (statement.Count > 0)
            {
                yield return statement;
                statement = [];
            }
        }

        if (statement.Count > 0)
            yield return statement;
    }

    private static string Sql(List<SqlToken> statement, Dictionary<string, string> values, string name, string shown)
    {
        if (!statement[0].Is("SELECT") && !statement[0].Is("WITH"))
            throw new ToolException($"{shown}: {name} is no SELECT, but begins with {statement[0].Text}. Only queries that change nothing are measured: take it out.");
        if (statement.Find(token => s_refused.Any(token.Is)) is { Text: { } refused })
            throw new ToolException($"{shown}: {name} has {refused.ToUpperInvariant()} in it. Only queries that change nothing are measured: take it out, or put quotes around a column of that name.");
        var sql = new StringBuilder();
        foreach (var token in statement)
        {
            if (token.FollowsSpace && sql.Length > 0)
                sql.Append(' ');
            sql.Append(token.Kind != SqlTokenKind.Parameter ? token.Text
                : values.TryGetValue(token.Text, out var value) ? value
                : throw new ToolException($"{shown}: {name} has the parameter {token.Text} and no value for it. Write the value in its place."));
        }

        return sql.ToString();
    }

    [GeneratedRegex(@"^[ \t]*--[ \t]*name:(?<name>[^\r\n]+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NameLine();

    // A value is one literal: what follows it in the line could be anything.
    [GeneratedRegex(@"^(?:\.param set (?<name>[@$:]\w+) (?<value>'(?:[^'\r\n]|'')*'|-?[\d.]+|NULL)|-- (?<name>[@$:]\w+)=(?<value>'(?:[^'\r\n]|'')*'|NULL)(?: \([^\r\n]*\))?)[ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ParameterLine();
}
