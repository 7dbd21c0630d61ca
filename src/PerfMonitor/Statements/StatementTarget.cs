using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfMonitor.Statements;

/// <summary>What a command does, and to which table.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Table">The table's name without schema; null where none is found.</param>
internal readonly record struct StatementTarget(QueryAction Action, string? Table)
{
    /// <summary>Reads it from the tokens of a command. The first statement that reads or writes decides.</summary>
    public static StatementTarget Of(IReadOnlyList<SqlToken> tokens)
    {
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i].IsSymbol("(") ? 1 : tokens[i].IsSymbol(")") ? -1 : 0;
            if (depth == 0 && ActionOf(tokens[i]) is { } action)
                return new StatementTarget(action, Resolve(tokens, TableOf(tokens, i, action)));
        }

        return new StatementTarget(QueryAction.Other, null);
    }

    private static QueryAction? ActionOf(SqlToken token) =>
        token.Is("SELECT") ? QueryAction.Select
        : token.Is("INSERT") || token.Is("MERGE") ? QueryAction.Insert
        : token.Is("UPDATE") ? QueryAction.Update
        : token.Is("DELETE") ? QueryAction.Delete
        : null;

    private static string? TableOf(IReadOnlyList<SqlToken> tokens, int verb, QueryAction action)
    {
        if (action == QueryAction.Update)
            return NameAfter(tokens, verb);
        var keyword = action == QueryAction.Insert ? "INTO" : "FROM";
        string? inside = null;
        var depth = 0;
        for (var i = verb + 1; i < tokens.Count; i++)
        {
            depth += tokens[i].IsSymbol("(") ? 1 : tokens[i].IsSymbol(")") ? -1 : 0;
            if (!tokens[i].Is(keyword) && !(tokens[verb].Is("MERGE") && i == verb + 1) || NameAfter(tokens, tokens[i].Is(keyword) ? i : verb) is not { } name)
                continue;
            if (depth == 0)
                return name;
            inside ??= name;
        }

        return inside;
    }

    /// <summary>The last part of the name that follows; null where no name does.</summary>
    private static string? NameAfter(IReadOnlyList<SqlToken> tokens, int at)
    {
        var i = at + 1;
        if (i < tokens.Count && tokens[i].Is("ONLY"))
            i++;
        if (i >= tokens.Count || !tokens[i].IsName)
            return null;
        while (i + 2 < tokens.Count && tokens[i + 1].IsSymbol(".") && tokens[i + 2].IsName)
            i += 2;
        return tokens[i].Name;
    }

    /// <summary>SQL Server's UPDATE [o] … FROM [Orders] AS [o] names an alias.</summary>
    private static string? Resolve(IReadOnlyList<SqlToken> tokens, string? name)
    {
        for (var i = 1; name is not null && i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Is("AS") && tokens[i - 1].IsName && tokens[i + 1].IsName && tokens[i + 1].Name == name)
                return tokens[i - 1].Name;
        }

        return name;
    }
}
