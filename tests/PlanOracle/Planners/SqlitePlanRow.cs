namespace PerfTooling.PlanOracle.Planners;

/// <summary>A row of SQLite's EXPLAIN QUERY PLAN.</summary>
internal sealed record SqlitePlanRow(int Id, int Parent, string Detail);
