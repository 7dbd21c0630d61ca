namespace PerfAnalyzers.AccessPaths;

/// <summary>How a predicate compares a column with a value that doesn't depend on the row.</summary>
internal enum Comparison
{
    /// <summary><c>==</c> or <c>IS NULL</c>.</summary>
    Equality,

    /// <summary>A bool column on its own, or negated: some databases need a comparison to seek.</summary>
    Truth,

    /// <summary>One of a list of values (<c>IN</c>): a seek for each.</summary>
    In,

    /// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
    Range,

    /// <summary>The start of a text: <c>StartsWith</c>, <c>Like("x%")</c>. Some databases seek it.</summary>
    Prefix,

    /// <summary><c>IS NOT NULL</c>. Some databases seek it.</summary>
    NotNull,

    /// <summary><c>!=</c> or <c>NOT IN</c>: keeps nearly every row, so an index helps little anywhere.</summary>
    Inequality,
}
