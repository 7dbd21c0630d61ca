namespace PerfAnalyzers.AccessPaths;

/// <summary>One column of an order.</summary>
internal readonly record struct SortKey(string Column, bool IsDescending);
