namespace PerfAssert.EntityFrameworkCore.Statements;

/// <summary>A piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written.</param>
/// <param name="FollowsSpace">Whether white space or a comment stands before it.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, bool FollowsSpace)
{
    /// <summary>A name without its quotes; the text itself for anything else.</summary>
    public string Name => Kind != SqlTokenKind.QuotedName ? Text : Text[0] == '[' ? Text[1..^1].Replace("]]", "]", StringComparison.Ordinal) : Text[1..^1].Replace(new string(Text[0], 2), Text[..1], StringComparison.Ordinal);

    /// <summary>Whether it can name a table or column.</summary>
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    /// <summary>Whether it is this keyword.</summary>
    public bool Is(string keyword) => Kind == SqlTokenKind.Word && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this symbol.</summary>
    public bool IsSymbol(string symbol) => Kind == SqlTokenKind.Symbol && Text == symbol;
}
