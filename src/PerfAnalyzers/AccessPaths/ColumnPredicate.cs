namespace PerfAnalyzers.AccessPaths;

/// <summary>Compares a plain column with a value that doesn't depend on the row.</summary>
/// <param name="Column">The member path (<c>Email</c>, <c>Church.Id</c>) until it is resolved, then the column.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Site">Where it stands in the query: an index into the sites that its reader keeps.</param>
internal sealed record ColumnPredicate(string Column, Comparison Comparison, int Site) : Predicate
{
    /// <summary>The site of a predicate that doesn't stand in the query, but in a query filter of the model.</summary>
    public const int QueryFilterSite = -1;

    /// <summary>Where the column itself stands, inside the comparison; <see cref="Site"/> is that of the whole filter.</summary>
    public int ColumnSite { get; init; } = QueryFilterSite;

    /// <summary>True for a bool or enum column: so few values that an index on it alone would help little.</summary>
    public bool HasFewValues { get; init; }

    /// <summary>True for a bool column: what it isn't, it is not.</summary>
    public bool IsBool { get; init; }

    /// <summary>What EF Core makes of the comparison instead where the column may be null: <c>== false</c> stays a comparison there.</summary>
    public Comparison? IfNullable { get; init; }

    /// <summary>True for a column that is stored as a decimal.</summary>
    public bool IsDecimal { get; init; }

    /// <summary>The collation that the model gives the column by name; null for the database's own, empty for one that isn't known.</summary>
    public string? Collation { get; init; }

    /// <summary>True for <c>== null</c>, which is <see cref="Comparison.Equality"/> to an index.</summary>
    public bool IsNullTest { get; init; }

    /// <summary>True for a predicate of a query filter.</summary>
    public bool IsOfQueryFilter => Site == QueryFilterSite;

    /// <summary>True for a predicate of which it is only possible that a query filter has it.</summary>
    public bool IsGuessed { get; init; }

    /// <summary>True when the column equals one value, or one of a few: what a further column of an index can follow.</summary>
    public bool IsEquality => Comparison is Comparison.Equality or Comparison.Truth or Comparison.In;
}
