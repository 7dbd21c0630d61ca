namespace PerfTooling.PlanOracle.Generation;

/// <summary>A foreign key with its navigations.</summary>
/// <param name="Principal">The entity that is referred to; the reference navigation has its name.</param>
/// <param name="ForeignKey">The foreign key's column, shadow or not.</param>
/// <param name="Collection">The navigation back, or null where there is none.</param>
/// <param name="IsFluent">True where the relationship is configured, false where EF Core finds it by its names.</param>
internal sealed record ReferencePlan(EntityPlan Principal, ColumnPlan ForeignKey, string? Collection, bool IsFluent);
