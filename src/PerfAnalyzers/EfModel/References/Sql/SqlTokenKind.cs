namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>The kinds of tokens that matter.</summary>
internal enum SqlTokenKind
{
    /// <summary>A name or keyword without quotes, or a number.</summary>
    Word,

    /// <summary>A name in quotes or brackets.</summary>
    Name,

    /// <summary>Text in single quotes, or between dollars.</summary>
    Text,

    /// <summary>A single character.</summary>
    Symbol,

    /// <summary>What follows the last token.</summary>
    End,
}
