namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>A place among the tokens of a script.</summary>
internal sealed class SqlCursor(List<SqlToken> tokens)
{
    private static readonly SqlToken s_end = new(SqlTokenKind.End, "\0");

    public int Position { get; set; }

    public bool IsAtEnd => Position >= tokens.Count;

    public SqlToken Current => At(0);

    public SqlToken At(int ahead) => Position + ahead < tokens.Count ? tokens[Position + ahead] : s_end;

    public bool TryTake(string keyword)
    {
        if (!Current.Is(keyword))
            return false;
        Position++;
        return true;
    }

    public bool TryTake(char symbol)
    {
        if (!Current.Is(symbol))
            return false;
        Position++;
        return true;
    }

    /// <summary>Takes all of the keywords, or none.</summary>
    public bool TryTakeAll(params string[] keywords)
    {
        for (var i = 0; i < keywords.Length; i++)
        {
            if (!At(i).Is(keywords[i]))
                return false;
        }
        Position += keywords.Length;
        return true;
    }

    /// <summary>Takes a name, of which the last part counts: <c>dbo.[Orders]</c> → <c>Orders</c>.</summary>
    public string? Name()
    {
        if (!Current.IsName)
            return null;
        var name = Current.Value;
        Position++;
        while (Current.Is('.') && At(1).IsName)
        {
            name = At(1).Value;
            Position += 2;
        }
        return name;
    }

    /// <summary>Moves behind the parenthesis that closes the one at the cursor.</summary>
    public void SkipParentheses()
    {
        var depth = 0;
        do
        {
            if (Current.Is('('))
                depth++;
            else if (Current.Is(')'))
                depth--;
            Position++;
        }
        while (depth > 0 && !IsAtEnd);
    }

    /// <summary>Moves to the next comma or closing parenthesis on this level, or to the end of the statement.</summary>
    public void SkipItem()
    {
        while (!IsAtEnd && !Current.Is(',') && !Current.Is(')') && !Current.Is(';'))
        {
            if (Current.Is('('))
                SkipParentheses();
            else
                Position++;
        }
    }
}
