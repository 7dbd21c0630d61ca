namespace PerfAnalyzers.AccessPaths;

/// <summary>What an expression makes of a column before it is compared.</summary>
internal enum ColumnTransform
{
    /// <summary>Anything that isn't one of the others: <c>ToLower</c>, <c>Trim</c>, <c>Month</c>, <c>Math.Abs</c>.</summary>
    Function,

    /// <summary>The day of a date and time: <c>CreatedAt.Date</c>.</summary>
    Date,

    /// <summary>The year of a date: <c>CreatedAt.Year</c>.</summary>
    Year,

    /// <summary><c>+</c>, <c>-</c>, <c>*</c>, <c>/</c>, <c>%</c> or a bit operation with a value that doesn't depend on the row.</summary>
    Arithmetic,

    /// <summary>A conversion that EF Core writes as a CAST.</summary>
    Conversion,

    /// <summary>A value that doesn't depend on the row where the column is null: <c>o.Nick ?? ""</c>.</summary>
    Coalesce,
}
