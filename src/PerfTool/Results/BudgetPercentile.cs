namespace PerfTool.Results;

/// <summary>A measured percentile and its limits, in nanoseconds; limits that were not set are null.</summary>
internal sealed record BudgetPercentile(double Now, double? Target = null, double? Warning = null, double? Critical = null);
