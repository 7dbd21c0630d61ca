using System.Text;

namespace PerfAssert.EntityFrameworkCore.Statements;

/// <summary>
/// Brings commands that differ only in their values to the same text. Parameters become <c>?</c>; the values after IN and VALUES, whatever their
/// number, <c>(?)</c>; comments (query tags among them) and runs of white space one space. A literal outside a list stays: EF Core writes a constant of
/// the code so, a discriminator for example, and another constant is another query.
/// </summary>
internal static class StatementNormalizer
{
    private const string Value = "?";
    private const int LongestShown = 400;

    /// <summary>The statement of a command.</summary>
    public static string Normalize(string sql)
    {
        var text = new StringBuilder(sql.Length);
        foreach (var token in Collapsed(SqlTokenizer.Tokens(sql)))
            text.Append(token.FollowsSpace && text.Length > 0 ? " " : "").Append(token.Text);
        return text.ToString();
    }

    /// <summary>What of a statement goes into a message.</summary>
    public static string Shorten(string statement) => statement.Length <= LongestShown ? statement : statement[..LongestShown] + " …";

    private static List<SqlToken> Collapsed(List<SqlToken> tokens)
    {
        var result = new List<SqlToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ListEnd(tokens, i) is { } end && (IsAfterKeyword(tokens, i) || IsNextRow(result)))
            {
                AddList(result, tokens[i]);
                i = end;
            }
            else
            {
                result.Add(tokens[i].Kind == SqlTokenKind.Parameter ? tokens[i] with { Text = Value } : tokens[i]);
            }
        }

        return result;
    }

    private static bool IsAfterKeyword(List<SqlToken> tokens, int open) => open > 0 && (tokens[open - 1].Is("IN") || tokens[open - 1].Is("VALUES"));

    private static bool IsNextRow(List<SqlToken> result) =>
        result.Count >= 5 && result[^1].IsSymbol(",") && result[^2].IsSymbol(")") && result[^3].Text == Value && result[^4].IsSymbol("(") && result[^5].Is("VALUES");

    /// <summary>A row of values after another, as an INSERT of several has them, adds nothing.</summary>
    private static void AddList(List<SqlToken> result, SqlToken open)
    {
        if (IsNextRow(result))
        {
            result.RemoveAt(result.Count - 1);
            return;
        }

        result.Add(open);
        result.Add(new SqlToken(SqlTokenKind.Parameter, Value, false));
        result.Add(new SqlToken(SqlTokenKind.Symbol, ")", false));
    }

    /// <summary>Where a parenthesis that opens here and holds nothing but values closes; null where it is another.</summary>
    private static int? ListEnd(List<SqlToken> tokens, int open)
    {
        if (!tokens[open].IsSymbol("("))
            return null;
        for (var i = open + 1; i < tokens.Count; i += 2)
        {
            // A sign belongs to its number, and a prefix (N'…', E'…') to its text.
            if ((tokens[i].IsSymbol("-") || tokens[i].Is("N") || tokens[i].Is("E") || tokens[i].Is("X")) && i + 1 < tokens.Count && tokens[i + 1].Kind == SqlTokenKind.Literal)
                i++;
            if ((tokens[i].Kind is not (SqlTokenKind.Parameter or SqlTokenKind.Literal) && !tokens[i].Is("NULL")) || i + 1 >= tokens.Count)
                return null;
            if (tokens[i + 1].IsSymbol(")"))
                return i + 1;
            if (!tokens[i + 1].IsSymbol(","))
                return null;
        }

        return null;
    }
}
