namespace PerfAnalyzers.AccessPaths;

/// <summary>Nothing can be concluded.</summary>
/// <param name="Reason">Why, fit for a user.</param>
internal sealed record Undetermined(string Reason) : AccessPath;
