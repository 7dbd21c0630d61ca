using System.Text;
using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfMonitor.Statements;

/// <summary>
/// Takes the values out of SQL: each literal becomes <c>?</c>, comments go. Where dialects differ in where a literal ends, so that a value could
/// show, everything from there on goes as well.
/// </summary>
internal static class StatementMask
{
    /// <summary>What stands for all that was cut.</summary>
    public const string Cut = "…";

    /// <summary>More of a statement is not looked at.</summary>
    public const int LongestRead = 16_384;

    /// <summary>The statement without values.</summary>
    public static string Mask(string sql)
    {
        var isCut = sql.Length > LongestRead;
        var tokens = SqlTokenizer.Tokens(isCut ? sql[..LongestRead] : sql);
        // Where names stand in backticks, double quotes are around texts (MySQL).
        var hasBackticks = tokens.Exists(token => token.Kind == SqlTokenKind.QuotedName && token.Text[0] == '`');
        var text = new StringBuilder(Math.Min(sql.Length, LongestRead));
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (IsUnclosed(token) || IsAmbiguous(tokens, i))
                return text.Append(text.Length > 0 ? " " : "").Append(Cut).ToString();
            if (IsSignOrPrefix(tokens, i))
                continue;
            var isValue = token.Kind == SqlTokenKind.Literal || (hasBackticks && token.Kind == SqlTokenKind.QuotedName && token.Text[0] == '"');
            var follows = token.FollowsSpace || (i > 0 && tokens[i - 1].FollowsSpace && IsSignOrPrefix(tokens, i - 1));
            text.Append(follows && text.Length > 0 ? " " : "").Append(isValue ? "?" : token.Text);
        }

        // A name that the cut went through says nothing.
        return isCut ? text.Append(' ').Append(Cut).ToString() : text.ToString();
    }

    private static bool IsUnclosed(SqlToken token) => token.IsSymbol("\"") || token.IsSymbol("`");

    /// <summary>MySQL ends a text at another place than standard SQL where a backslash stands before the quote; Oracle has quotes of one's own choice.</summary>
    private static bool IsAmbiguous(List<SqlToken> tokens, int i) =>
        tokens[i] is { Kind: SqlTokenKind.Literal } literal && literal.Text[0] == '\''
        && (literal.Text.Contains("\\'", StringComparison.Ordinal) || (i > 0 && !literal.FollowsSpace && (tokens[i - 1].Is("Q") || tokens[i - 1].Is("NQ"))));

    /// <summary>Of a number or a text, and gone with it: N'…', X'…', -1 in a list.</summary>
    private static bool IsSignOrPrefix(List<SqlToken> tokens, int i)
    {
        if (i + 1 >= tokens.Count || tokens[i + 1] is not { Kind: SqlTokenKind.Literal, FollowsSpace: false } literal)
            return false;
        if (literal.Text[0] == '\'')
            return tokens[i].Is("N") || tokens[i].Is("E") || tokens[i].Is("X") || tokens[i].Is("B");
        return tokens[i].IsSymbol("-") && i > 0 && (tokens[i - 1].IsSymbol("(") || tokens[i - 1].IsSymbol(","));
    }
}
