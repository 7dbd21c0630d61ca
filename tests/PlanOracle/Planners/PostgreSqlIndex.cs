namespace PerfTooling.PlanOracle.Planners;

/// <summary>What is to be known of an index to read a plan.</summary>
/// <param name="LeadingColumn">The column it is sorted by first.</param>
/// <param name="Filter">The SQL of its filter where it holds only some rows, or null.</param>
internal sealed record PostgreSqlIndex(string LeadingColumn, string? Filter);
