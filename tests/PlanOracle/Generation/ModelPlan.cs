using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>A model to be written as C#.</summary>
internal sealed record ModelPlan(ImmutableArray<EntityPlan> Entities)
{
    /// <summary>How an index on <c>CreatedAt</c> of every audited entity is declared: in a loop over the model, or not at all.</summary>
    public string AuditLoop { get; init; } = "";

    /// <summary>True where configuration classes are found by assembly, false where they are named one by one.</summary>
    public bool AppliesFromAssembly { get; init; }

    /// <summary>True where an index on <c>CreatedAt</c> is declared by the configurations' base class.</summary>
    public bool BaseDeclaresIndex { get; init; }
}
