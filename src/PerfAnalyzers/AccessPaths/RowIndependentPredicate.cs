namespace PerfAnalyzers.AccessPaths;

/// <summary>Tests no column at all: <c>includeArchived</c>, <c>name == null</c>.</summary>
/// <param name="IsNullTest">
/// True for a variable compared with null. EF Core knows the answer when it writes the SQL and leaves the test out
/// (SqlNullabilityProcessor), so that <c>name == null || o.Name == name</c> is no filter, or an ordinary one.
/// </param>
internal sealed record RowIndependentPredicate(bool IsNullTest = false) : Predicate;
