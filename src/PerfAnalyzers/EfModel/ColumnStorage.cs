namespace PerfAnalyzers.EfModel;

/// <summary>How a column is stored, as far as that decides what an index on it can do.</summary>
/// <param name="Collation">The collation that is given to it by name; null for the database's own, empty for one that isn't known.</param>
/// <param name="Type">
/// The type, as C# names it (<c>double</c>), that a conversion makes of the property's; null for none, empty for one that isn't known.
/// </param>
internal sealed record ColumnStorage(string? Collation = null, string? Type = null)
{
    /// <summary>Stands for every column that isn't named.</summary>
    public const string AllOthers = "";

    /// <summary>A collation or a type that isn't known.</summary>
    public const string NotKnown = "";

    private const string CollateKeyword = "COLLATE ";

    /// <summary>A column that nothing is said of.</summary>
    public static ColumnStorage Plain { get; } = new();

    public static ColumnStorage Unknown { get; } = new(NotKnown, NotKnown);

    /// <summary>The collation in the type of a column: <c>NOCASE</c> of <c>TEXT COLLATE NOCASE</c>.</summary>
    public static string? CollationIn(string columnType)
    {
        var start = columnType.IndexOf(CollateKeyword, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? null : columnType.Substring(start + CollateKeyword.Length).Trim().Split(' ')[0].Trim('"', '[', ']', '`');
    }

    /// <summary>What is said of this column, and where nothing is, what is said of all.</summary>
    public ColumnStorage Over(ColumnStorage all) => new(Collation ?? all.Collation, Type ?? all.Type);

    /// <summary>What two models that both map the column say; where they contradict each other, nothing is known.</summary>
    public ColumnStorage And(ColumnStorage other) => new(And(Collation, other.Collation), And(Type, other.Type));

    private static string? And(string? a, string? b) => a is null || a == b ? b : b is null ? a : NotKnown;
}
