using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfMonitor.Redaction;

/// <summary>Which columns a command's parameters are compared with or written to, by the command's text.</summary>
internal static class ParameterColumns
{
    private static readonly string[] s_comparisons = ["=", "<", ">", "<=", ">=", "<>", "!="];

    /// <summary>The columns of each parameter. One that stands anywhere where no column is found is left out: it could be anything.</summary>
    public static Dictionary<string, HashSet<string>> Of(IReadOnlyList<SqlToken> tokens)
    {
        var columns = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        var unknown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var inserted = Inserted(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != SqlTokenKind.Parameter)
                continue;
            var name = PlainName(tokens[i].Text);
            if ((inserted.TryGetValue(i, out var column) ? column : Compared(tokens, i)) is not { } found)
                unknown.Add(name);
            else if (columns.TryGetValue(name, out var known))
                known.Add(found);
            else
                columns[name] = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { found };
        }

        foreach (var name in unknown)
            columns.Remove(name);
        return columns;
    }

    /// <summary>A parameter's name without what marks it as one.</summary>
    public static string PlainName(string name) => name.TrimStart('@', ':', '$', '?');

    /// <summary>column = @p, @p = column, column IN (@p, @q).</summary>
    private static string? Compared(IReadOnlyList<SqlToken> tokens, int at)
    {
        // What is computed with is not what the column holds.
        var next = at + 1 < tokens.Count ? tokens[at + 1] : default;
        var before = at > 0 ? tokens[at - 1] : default;
        if (IsComparison(before) && IsEnd(next))
            return NameBefore(tokens, at - 1);
        if (IsComparison(next) && IsStart(before))
            return NameAfter(tokens, at + 1);
        var open = at;
        while (open > 0 && (tokens[open].Kind == SqlTokenKind.Parameter || tokens[open].IsSymbol(",")))
            open--;
        return open > 1 && tokens[open].IsSymbol("(") && tokens[open - 1].Is("IN") && (next.IsSymbol(",") || next.IsSymbol(")"))
            ? NameBefore(tokens, tokens[open - 2].Is("NOT") ? open - 2 : open - 1)
            : null;
    }

    /// <summary>The column before a comparison, where nothing is done to it.</summary>
    private static string? NameBefore(IReadOnlyList<SqlToken> tokens, int comparison)
    {
        if (comparison < 1 || !tokens[comparison - 1].IsName)
            return null;
        var first = comparison - 1;
        while (first >= 2 && tokens[first - 1].IsSymbol(".") && tokens[first - 2].IsName)
            first -= 2;
        return first == 0 || IsStart(tokens[first - 1]) ? tokens[comparison - 1].Name : null;
    }

    private static string? NameAfter(IReadOnlyList<SqlToken> tokens, int comparison)
    {
        var last = comparison + 1;
        if (last >= tokens.Count || !tokens[last].IsName)
            return null;
        while (last + 2 < tokens.Count && tokens[last + 1].IsSymbol(".") && tokens[last + 2].IsName)
            last += 2;
        return IsEnd(last + 1 < tokens.Count ? tokens[last + 1] : default) ? tokens[last].Name : null;
    }

    private static bool IsComparison(SqlToken token) => token.Kind == SqlTokenKind.Symbol && s_comparisons.Contains(token.Text);

    /// <summary>Whether an operand may begin after it.</summary>
    private static bool IsStart(SqlToken token) =>
        token.Text is null or "(" or "," || token.Is("WHERE") || token.Is("AND") || token.Is("OR") || token.Is("NOT") || token.Is("ON") || token.Is("SET") || token.Is("WHEN") || token.Is("HAVING");

    /// <summary>Whether an operand may end before it.</summary>
    private static bool IsEnd(SqlToken token) =>
        token.Text is null or ")" or "," or ";" || (token.Kind == SqlTokenKind.Word && !token.Is("COLLATE") && !token.Is("AT") && !token.Is("ESCAPE") && !token.Is("IS"));

    /// <summary>INSERT INTO t (a, b) VALUES (@p, @q), (@r, @s): the columns by the place of the parameter.</summary>
    private static Dictionary<int, string> Inserted(IReadOnlyList<SqlToken> tokens)
    {
        var found = new Dictionary<int, string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].Is("INTO"))
                continue;
            var open = i + 1;
            while (open < tokens.Count && (tokens[open].IsName || tokens[open].IsSymbol(".")) && !tokens[open].Is("VALUES"))
                open++;
            var columns = Names(tokens, open, out var end);
            if (columns.Count == 0 || end >= tokens.Count || !tokens[end].Is("VALUES"))
                continue;
            for (var row = end + 1; row < tokens.Count && tokens[row].IsSymbol("("); row++)
            {
                var place = 0;
                var item = row + 1;
                // A row of anything but parameters and literals says nothing of which is which.
                while (item + 1 < tokens.Count && place < columns.Count && tokens[item].Kind is SqlTokenKind.Parameter or SqlTokenKind.Literal && (tokens[item + 1].IsSymbol(",") || tokens[item + 1].IsSymbol(")")))
                {
                    if (tokens[item].Kind == SqlTokenKind.Parameter)
                        found[item] = columns[place];
                    place++;
                    item += 2;
                    if (tokens[item - 1].IsSymbol(")"))
                        break;
                }

                row = item;
                if (row >= tokens.Count || !tokens[row].IsSymbol(","))
                    break;
            }
        }

        return found;
    }

    /// <summary>The names in a pair of parentheses, and the place behind it.</summary>
    private static List<string> Names(IReadOnlyList<SqlToken> tokens, int open, out int end)
    {
        List<string> names = [];
        end = open;
        if (open >= tokens.Count || !tokens[open].IsSymbol("("))
            return names;
        for (end = open + 1; end + 1 < tokens.Count && tokens[end].IsName; end += 2)
        {
            names.Add(tokens[end].Name);
            if (tokens[end + 1].IsSymbol(")"))
            {
                end += 2;
                return names;
            }
        }

        return [];
    }
}
