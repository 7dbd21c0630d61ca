namespace PerfAnalyzers.Rules;

/// <summary>The ids of the rules. Ids never change their meaning; each has a page under <c>docs/rules</c>.</summary>
public static class RuleIds
{
    /// <summary>Nothing is said of a query, because its model is only partly visible.</summary>
    public const string ModelPartlyVisible = "PERF100";

    /// <summary>No index can serve a query's filter.</summary>
    public const string FilterNotServed = "PERF101";

    /// <summary>A composite index holds a filtered column, but its leading column is not filtered.</summary>
    public const string CompositeIndexSkipped = "PERF102";

    /// <summary>A few rows are returned in an order that no index delivers.</summary>
    public const string SortNotServed = "PERF103";

    /// <summary>An index finds the rows, and a composite index would filter and sort them too.</summary>
    public const string CompositeIndexWouldServe = "PERF104";

    /// <summary>A column that an index starts with is wrapped in an expression.</summary>
    public const string ExpressionDefeatsIndex = "PERF105";

    /// <summary>A text is looked for in a way that no index can serve.</summary>
    public const string TextSearch = "PERF106";

    /// <summary>Neither side of a join can be looked up by index.</summary>
    public const string JoinKeyNotIndexed = "PERF107";

    /// <summary>Another index starts with the same columns.</summary>
    public const string IndexRedundant = "PERF108";

    /// <summary>The model declares an index that the migrations don't create.</summary>
    public const string IndexNotMigrated = "PERF109";

    /// <summary>One operand of an OR has no index.</summary>
    public const string OrDefeatsIndex = "PERF110";

    /// <summary>A filter scans the table, and an index alone would help little.</summary>
    public const string FilterOfLittleSelectivity = "PERF111";

    /// <summary>An option of the analyzer has a value it doesn't understand.</summary>
    public const string OptionNotUnderstood = "PERF112";
}
