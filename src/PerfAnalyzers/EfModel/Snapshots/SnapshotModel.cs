using System.Collections.Immutable;

namespace PerfAnalyzers.EfModel.Snapshots;

/// <summary>What a <c>ModelSnapshot</c> says of a context's whole model: names only, so it may come from another project, as text.</summary>
/// <param name="Context">The simple name of the context it belongs to, or null where it doesn't say.</param>
/// <param name="Entities">The entities by full CLR name (<c>Shop.Order</c>, <c>Shop.Outer+Order</c>); a join table without a class by its own name.</param>
internal sealed record SnapshotModel(string? Context, ImmutableDictionary<string, SnapshotEntity> Entities);
