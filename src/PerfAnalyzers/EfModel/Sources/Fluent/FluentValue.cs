using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>The value of an expression in a configuration.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Entity">The entity it belongs to, where it belongs to one.</param>
internal sealed record FluentValue(FluentValueKind Kind, EntityDraft? Entity = null)
{
    /// <summary>The part of an entity that <see cref="Entity"/> is.</summary>
    public PartDraft? Part { get; init; }

    /// <summary>The properties that a property's builder configures.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    public IndexDraft? Index { get; init; }

    public RelationshipDraft? Relationship { get; init; }
}
