using System.Collections.Immutable;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>The query operators, by the name of the method, without the suffix <c>Async</c>.</summary>
internal static class QueryOperators
{
    /// <summary>Methods that execute the query.</summary>
    public static readonly ImmutableHashSet<string> Executing = ImmutableHashSet.Create(
        "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault",
        "Any", "All", "Count", "LongCount", "Contains", "Min", "Max", "Sum", "Average", "MinBy", "MaxBy",
        "ToList", "ToArray", "ToDictionary", "ToHashSet", "ToLookup", "AsEnumerable", "AsAsyncEnumerable", "ForEach", "Load",
        "ExecuteUpdate", "ExecuteDelete");

    /// <summary>Methods whose result no order can change: EF Core leaves it out of the SQL, unless a limit before them depends on it.</summary>
    public static readonly ImmutableHashSet<string> Orderless = ImmutableHashSet.Create("Any", "All", "Count", "LongCount", "Contains", "Min", "Max", "Sum", "Average");

    /// <summary>Methods that return only some of the rows.</summary>
    public static readonly ImmutableHashSet<string> Limiting = ImmutableHashSet.Create(
        "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault", "Take", "Skip");

    /// <summary>Methods whose lambda, if they have one, is a filter.</summary>
    public static readonly ImmutableHashSet<string> Filtering = ImmutableHashSet.Create(
        "Where", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Any", "All", "Count", "LongCount");

    /// <summary>Methods that leave the type of the rows and the query's own filter as they are.</summary>
    public static readonly ImmutableHashSet<string> Transparent = ImmutableHashSet.Create(
        "Include", "ThenInclude", "AsNoTracking", "AsNoTrackingWithIdentityResolution", "AsTracking", "AsSplitQuery", "AsSingleQuery",
        "TagWith", "TagWithCallSite", "IgnoreAutoIncludes", "AsQueryable", "IgnoreQueryFilters");

    /// <summary>Methods that order the rows by a key.</summary>
    public static readonly ImmutableHashSet<string> Ordering = ImmutableHashSet.Create(
        "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending");

    /// <summary>Methods that combine the rows with those of another table.</summary>
    public static readonly ImmutableHashSet<string> Joining = ImmutableHashSet.Create("Join", "GroupJoin", "LeftJoin");

    /// <summary>Methods after which a filter tests no longer each row of the table, but what was made of some of them.</summary>
    public static readonly ImmutableHashSet<string> Detaching = ImmutableHashSet.Create("GroupBy", "Distinct", "DistinctBy", "Take", "Skip");

    /// <summary>True for a name that LINQ uses itself.</summary>
    public static bool IsOperator(string method)
    {
        var name = NameOf(method);
        return Executing.Contains(name) || Filtering.Contains(name) || Transparent.Contains(name) || Ordering.Contains(name) || Joining.Contains(name) || Detaching.Contains(name)
            || name is "Select" or "SelectMany" or "Concat" or "Union" or "Except" or "Intersect" or "Reverse" or "Cast" or "OfType" or "DefaultIfEmpty" or "Append" or "Prepend" or "Set";
    }

    /// <summary>The name of the operator that a method stands for: <c>FirstAsync</c> → <c>First</c>.</summary>
    public static string NameOf(string method) =>
        method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - "Async".Length) : method;
}
