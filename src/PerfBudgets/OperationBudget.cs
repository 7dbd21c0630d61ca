using System.Collections.Immutable;

namespace PerfBudgets;

/// <summary>How long one operation of the application may take, seen from outside.</summary>
public sealed record OperationBudget
{
    /// <summary>The name by which tests and monitoring know it, such as <c>conversations.list</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the name begins with, up to the first point: <c>conversations</c> of <c>conversations.list</c>. Alerts and dashboards watch an area as a whole.</summary>
    public string Area => Name.Split('.')[0];

    /// <summary>A sentence for the reader; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The requests that are this operation, for monitoring; empty where it is none.</summary>
    public ImmutableArray<OperationRoute> Routes { get; init; } = [];

    /// <summary>Limits on the median; null where there are none.</summary>
    public Limits? P50 { get; init; }

    /// <summary>Limits on the 95th percentile; null where there are none.</summary>
    public Limits? P95 { get; init; }

    /// <summary>Limits on the 99th percentile; null where there are none.</summary>
    public Limits? P99 { get; init; }

    /// <inheritdoc/>
    public bool Equals(OperationBudget? other) =>
        other is not null && (Name, Description, P50, P95, P99) == (other.Name, other.Description, other.P50, other.P95, other.P99) && Routes.SequenceEqual(other.Routes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Description, P50, P95, P99, Routes.Length);
}
