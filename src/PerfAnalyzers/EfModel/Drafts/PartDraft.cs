using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>An owned or complex member of an entity, or of another part, while the model is being read.</summary>
internal sealed class PartDraft(PartKind kind, INamedTypeSymbol symbol, EntityDraft owner)
{
    public PartKind Kind { get; } = kind;

    /// <summary>Its columns, indexes and relationships. A problem noted there makes its columns unknown, not the owner's.</summary>
    public EntityDraft Draft { get; } = new(symbol) { Owner = owner };

    /// <summary>True where it is stored in a JSON document, a view, or anywhere but in columns.</summary>
    public bool IsElsewhere { get; set; }
}
