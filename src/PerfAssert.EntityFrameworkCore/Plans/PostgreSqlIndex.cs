namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>What is to be known of an index to read a plan.</summary>
/// <param name="LeadingColumn">The column it is sorted by first; null for an expression.</param>
/// <param name="IsFiltered">Whether it holds only some rows.</param>
internal sealed record PostgreSqlIndex(string? LeadingColumn, bool IsFiltered);
