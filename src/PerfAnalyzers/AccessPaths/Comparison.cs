namespace PerfAnalyzers.AccessPaths;

/// <summary>How a predicate compares a column with a value that doesn't depend on the row.</summary>
internal enum Comparison
{
    /// <summary><c>==</c>, <c>IS NULL</c>, or a bool column on its own.</summary>
    Equality,

    /// <summary>One of a list of values (<c>IN</c>): a seek for each.</summary>
    In,

    /// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
    Range,

    /// <summary><c>!=</c>, <c>NOT IN</c> or <c>IS NOT NULL</c>: keeps nearly every row, so no database seeks by it.</summary>
    Inequality,
}
