namespace PerfTooling.PlanOracle.Generation;

/// <summary>One way to filter by a column.</summary>
/// <param name="Name">What disagreements are grouped by.</param>
/// <param name="Weight">How often it is drawn beside the others that fit.</param>
/// <param name="Fits">The columns it can be written for.</param>
/// <param name="Write">Writes it for a column of a row.</param>
internal sealed record ColumnForm(string Name, int Weight, Func<ColumnPlan, bool> Fits, Func<QueryScope, ColumnPlan, string, string> Write);
