namespace PerfAnalyzers.AccessPaths;

/// <summary>The best that any index can do for a filter.</summary>
internal abstract record AccessPath;
