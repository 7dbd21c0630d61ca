using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>
/// What one database can do with an ordinary index, given the SQL that its EF Core provider writes. Where it depends on settings that the
/// analyzer can't see (a collation, statistics), it is what holds by default. <c>docs/databases.md</c> says how each is known.
/// </summary>
internal sealed record DatabaseTraits(Database Database)
{
    public static DatabaseTraits SqlServer { get; } = new(Database.SqlServer) { SeeksPrefix = true, SeeksNotNull = true, SeeksTruth = true, SeeksDate = true, AppendsKey = true, LeadsByExists = true };

    /// <summary>An index under the default collation isn't sorted by bytes, so LIKE can't use it.</summary>
    public static DatabaseTraits PostgreSql { get; } = new(Database.PostgreSql)
    {
        SeeksNotNull = true,
        SeeksTruth = true,
        LeadsByExists = true,
        PrefixCollations = ImmutableHashSet.Create("C", "POSIX", "ucs_basic"),
        MayHaveOtherPrefixCollations = true,
    };

    /// <summary>LIKE ignores case and an index doesn't; a bare column is no comparison; decimals are text, compared by a function.</summary>
    public static DatabaseTraits Sqlite { get; } = new(Database.Sqlite)
    {
        SeeksNotNull = true,
        ComparesDecimalsByFunction = true,
        AppendsKey = true,
        PrefixCollations = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "NOCASE"),
    };

    public static DatabaseTraits MySql { get; } = new(Database.MySql) { SeeksPrefix = true, SeeksNotNull = true, SeeksTruth = true, AppendsKey = true, LeadsByExists = true };

    public static ImmutableArray<DatabaseTraits> All { get; } = ImmutableArray.Create(SqlServer, PostgreSql, Sqlite, MySql);

    /// <summary>True when the start of a text (<c>LIKE 'x%'</c>) is a range of an index.</summary>
    public bool SeeksPrefix { get; init; }

    /// <summary>The collations of a column under which the start of a text is a range of its index, where it is none by default.</summary>
    public ImmutableHashSet<string> PrefixCollations { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>True when a collation by another name may be one of them: collations can be created.</summary>
    public bool MayHaveOtherPrefixCollations { get; init; }

    /// <summary>True when <c>IS NOT NULL</c> is a range of an index.</summary>
    public bool SeeksNotNull { get; init; }

    /// <summary>True when a bool column on its own, or one that is not a value, can be looked up in an index.</summary>
    public bool SeeksTruth { get; init; }

    /// <summary>True when the day of a column (<c>CONVERT(date, column)</c>) is seen to be a range of the column's index.</summary>
    public bool SeeksDate { get; init; }

    /// <summary>True when an index holds the table's key after its own columns, so that rows alike in these come in the key's order.</summary>
    public bool AppendsKey { get; init; }

    /// <summary>True when the rows that an EXISTS finds can be read first, and lead to those of the query.</summary>
    public bool LeadsByExists { get; init; }

    /// <summary>True when neither order nor range of a decimal column can use an index.</summary>
    public bool ComparesDecimalsByFunction { get; init; }

    /// <summary>True when an index that holds the predicate's column, leading or after columns compared for equality, can seek by it.</summary>
    public bool CanSeek(ColumnPredicate predicate) => predicate.Comparison switch
    {
        Comparison.Equality or Comparison.In => true,
        Comparison.Truth => SeeksTruth,
        Comparison.Range => !(ComparesDecimalsByFunction && predicate.IsDecimal),
        Comparison.Prefix => SeeksPrefix || (predicate.Collation is { } collation && PrefixCollations.Contains(collation)),
        Comparison.NotNull => SeeksNotNull,
        Comparison.Inequality => predicate.IsBool && SeeksTruth,
        _ => false,
    };

    /// <summary>True when whether an index can seek by the predicate depends on a collation that isn't known.</summary>
    public bool CannotTell(ColumnPredicate predicate) =>
        predicate is { Comparison: Comparison.Prefix, Collation: { } collation } && !CanSeek(predicate) && (collation.Length == 0 || MayHaveOtherPrefixCollations);

    /// <summary>True when the database sees the column through the expression.</summary>
    public bool CanSeek(ColumnExpressionPredicate predicate) => SeesThrough(predicate.Transform) && predicate.Comparison is Comparison.Equality or Comparison.Range or Comparison.In;

    /// <summary>True when an index can deliver rows in the order of the key.</summary>
    public bool CanOrder(SortKey key) => key.Expression is null && !(ComparesDecimalsByFunction && key.IsDecimal);

    private bool SeesThrough(ColumnTransform transform) => transform == ColumnTransform.Date && SeeksDate;
}
