namespace PerfAnalyzers.AccessPaths;

/// <summary>One column of an order.</summary>
/// <param name="Column">The member path until it is resolved, then the column.</param>
/// <param name="IsDescending">True for the highest value first.</param>
/// <param name="Site">Where the key stands in the query, as in <see cref="ColumnPredicate.Site"/>.</param>
internal readonly record struct SortKey(string Column, bool IsDescending, int Site = SortKey.NoSite)
{
    /// <summary>The site of a key that doesn't stand in the query's text.</summary>
    public const int NoSite = -1;

    /// <summary>True for a column that is stored as a decimal.</summary>
    public bool IsDecimal { get; init; }

    /// <summary>The expression on the column that the rows are sorted by, as the user wrote it; null for the plain column.</summary>
    public string? Expression { get; init; }
}
