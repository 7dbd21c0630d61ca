namespace PerfAnalyzers.Rules;

/// <summary>The ids of the rules. Ids never change their meaning; each has a page under <c>docs/rules</c>.</summary>
public static class RuleIds
{
    /// <summary>No index can serve a query's filter.</summary>
    public const string FilterNotServed = "PERF101";

    /// <summary>A composite index holds a filtered column, but its leading column is not filtered.</summary>
    public const string CompositeIndexSkipped = "PERF102";
}
