namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>Splits a script into tokens, in the quoting of SQL Server, PostgreSQL, SQLite and MySQL alike. Comments are left out.</summary>
internal static class SqlTokens
{
    public static List<SqlToken> Read(string sql, CancellationToken cancellationToken)
    {
        var tokens = new List<SqlToken>();
        for (var i = 0; i < sql.Length;)
        {
            if ((tokens.Count & 0xfff) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var c = sql[i];
            if (char.IsWhiteSpace(c))
                i++;
            else if (c == '-' && At(sql, i + 1) == '-')
                i = EndOf(sql, "\n", i);
            else if (c == '/' && At(sql, i + 1) == '*')
                i = EndOf(sql, "*/", i + 2);
            else if (c == '\'')
                tokens.Add(new(SqlTokenKind.Text, Quoted(sql, ref i, '\'')));
            else if (c is '"' or '`')
                tokens.Add(new(SqlTokenKind.Name, Quoted(sql, ref i, c)));
            else if (c == '[')
                tokens.Add(new(SqlTokenKind.Name, Quoted(sql, ref i, ']')));
            else if (c == '$' && Dollar(sql, i) is { } delimiter)
                tokens.Add(new(SqlTokenKind.Text, Between(sql, ref i, delimiter)));
            else if (IsWord(c))
                tokens.Add(new(SqlTokenKind.Word, Word(sql, ref i)));
            else
                tokens.Add(new(SqlTokenKind.Symbol, sql[i++].ToString()));
        }
        return tokens;
    }

    private static char At(string sql, int i) => i < sql.Length ? sql[i] : '\0';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '#' or '@' or '$';

    private static string Word(string sql, ref int i)
    {
        var start = i;
        while (i < sql.Length && IsWord(sql[i]))
            i++;
        return sql.Substring(start, i - start);
    }

    /// <summary>Text up to the closing quote; a doubled one stands for itself.</summary>
    private static string Quoted(string sql, ref int i, char close)
    {
        var start = ++i;
        var isDoubled = false;
        for (; i < sql.Length; i++)
        {
            if (sql[i] != close)
                continue;
            if (At(sql, i + 1) != close)
                break;
            isDoubled = true;
            i++;
        }
        var end = Math.Min(i++, sql.Length);
        var value = sql.Substring(start, end - start);
        return isDoubled ? value.Replace(new string(close, 2), close.ToString()) : value;
    }

    /// <summary>PostgreSQL's <c>$$</c> or <c>$body$</c>, or null.</summary>
    private static string? Dollar(string sql, int i)
    {
        var end = i + 1;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_'))
            end++;
        return At(sql, end) == '$' ? sql.Substring(i, end - i + 1) : null;
    }

    private static string Between(string sql, ref int i, string delimiter)
    {
        var start = i + delimiter.Length;
        i = EndOf(sql, delimiter, start);
        return sql.Substring(start, Math.Max(0, i - delimiter.Length - start));
    }

    private static int EndOf(string sql, string mark, int from)
    {
        var found = from >= sql.Length ? -1 : sql.IndexOf(mark, from, StringComparison.Ordinal);
        return found < 0 ? sql.Length : found + mark.Length;
    }
}
