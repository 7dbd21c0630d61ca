namespace PerfAnalyzers.AccessPaths;

/// <summary>Could not be read. It might be what an index serves, so nothing may be concluded from its query.</summary>
/// <param name="Reason">What could not be read, fit for a user.</param>
internal sealed record UnknownPredicate(string Reason) : Predicate;
