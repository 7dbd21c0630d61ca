namespace PerfAssert.EntityFrameworkCore.Statements;

/// <summary>
/// Takes SQL of any dialect apart, as far as telling statements from their values needs it. Total: any text gives tokens, and what is not
/// closed goes to the end of it.
/// </summary>
internal static class SqlTokenizer
{
    private static readonly string[] Operators = ["::", "<=", ">=", "<>", "!=", "||", "==", "->>", "->"];

    /// <summary>The tokens of a command; comments are white space.</summary>
    public static List<SqlToken> Tokens(string sql)
    {
        var tokens = new List<SqlToken>();
        var space = false;
        for (var at = 0; at < sql.Length;)
        {
            if (SpaceEnd(sql, at) is var next && next > at)
            {
                space = true;
                at = next;
                continue;
            }

            var (kind, end) = Next(sql, at);
            tokens.Add(new SqlToken(kind, sql[at..end], space));
            space = false;
            at = end;
        }

        return tokens;
    }

    private static int SpaceEnd(string sql, int at)
    {
        if (char.IsWhiteSpace(sql[at]))
            return at + 1;
        if (Starts(sql, at, "--"))
            return sql.IndexOf('\n', at) is var line and >= 0 ? line + 1 : sql.Length;
        if (!Starts(sql, at, "/*"))
            return at;
        return sql.IndexOf("*/", at + 2, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : sql.Length;
    }

    private static (SqlTokenKind Kind, int End) Next(string sql, int at)
    {
        var c = sql[at];
        var following = at + 1 < sql.Length ? sql[at + 1] : '\0';
        switch (c)
        {
            case '\'':
                return (SqlTokenKind.Literal, QuoteEnd(sql, at, '\'', backslash: at > 0 && sql[at - 1] is 'E' or 'e'));
            case '"' or '`' when Closed(sql, at, c) is { } end:
                return (SqlTokenKind.QuotedName, end);
            // Not an array: EF Core's names start with a letter.
            case '[' when (char.IsLetter(following) || following == '_') && Closed(sql, at, ']') is { } end:
                return (SqlTokenKind.QuotedName, end);
            case '?':
                return (SqlTokenKind.Parameter, at + 1);
            case '@' or '$' or ':' when IsWordPart(following):
                var parameter = WordEnd(sql, at + 1);
                return c == '$' && parameter < sql.Length && sql[parameter] == '$' ? (SqlTokenKind.Literal, DollarEnd(sql, at, parameter + 1)) : (SqlTokenKind.Parameter, parameter);
            case '$' when following == '$':
                return (SqlTokenKind.Literal, DollarEnd(sql, at, at + 2));
            case '@' when following == '@' && at + 2 < sql.Length && IsWordPart(sql[at + 2]):
                return (SqlTokenKind.Word, WordEnd(sql, at + 2));
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(following)))
            return (SqlTokenKind.Literal, NumberEnd(sql, at));
        if (IsWordPart(c))
            return (SqlTokenKind.Word, WordEnd(sql, at));
        return (SqlTokenKind.Symbol, at + (Operators.FirstOrDefault(symbol => Starts(sql, at, symbol))?.Length ?? 1));
    }

    private static int QuoteEnd(string sql, int at, char quote, bool backslash)
    {
        for (var i = at + 1; i < sql.Length; i++)
        {
            if (backslash && sql[i] == '\\')
                i++;
            else if (sql[i] == quote && i + 1 < sql.Length && sql[i + 1] == quote)
                i++;
            else if (sql[i] == quote)
                return i + 1;
        }

        return sql.Length;
    }

    /// <summary>Null where the quote is never closed: then it is no quote.</summary>
    private static int? Closed(string sql, int at, char quote) =>
        QuoteEnd(sql, at, quote, backslash: false) is var end && end - at >= 2 && sql[end - 1] == quote ? end : null;

    private static int DollarEnd(string sql, int at, int tagEnd) =>
        sql.IndexOf(sql[at..tagEnd], tagEnd, StringComparison.Ordinal) is var end and >= 0 ? end + tagEnd - at : sql.Length;

    private static int WordEnd(string sql, int at)
    {
        while (at < sql.Length && IsWordPart(sql[at]))
            at++;
        return at;
    }

    private static int NumberEnd(string sql, int at)
    {
        while (at < sql.Length && (char.IsAsciiLetterOrDigit(sql[at]) || sql[at] == '.' || (sql[at] is '+' or '-' && sql[at - 1] is 'e' or 'E')))
            at++;
        return at;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '#';

    private static bool Starts(string sql, int at, string text) => string.CompareOrdinal(sql, at, text, 0, text.Length) == 0;
}
