namespace PerfAssert.EntityFrameworkCore.Statements;

/// <summary>What a piece of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a name without quotes.</summary>
    Word,

    /// <summary>A name in quotes, brackets or backticks.</summary>
    QuotedName,

    /// <summary>A parameter, in any provider's form.</summary>
    Parameter,

    /// <summary>A text or number.</summary>
    Literal,

    /// <summary>Anything else, a character or an operator.</summary>
    Symbol,
}
