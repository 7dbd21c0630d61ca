namespace PerfTooling.PlanOracle.Planners;

/// <summary>What is to be known of an index to read a plan.</summary>
/// <param name="LeadingColumn">The column it is sorted by first.</param>
/// <param name="IsFiltered">True when it holds only some rows.</param>
internal sealed record PostgreSqlIndex(string LeadingColumn, bool IsFiltered);
