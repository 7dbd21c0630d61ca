namespace PerfAnalyzers.AccessPaths;

/// <summary>One column of an index, by the name of the property that maps to it.</summary>
internal readonly record struct IndexColumn(string Name, bool IsDescending = false);
