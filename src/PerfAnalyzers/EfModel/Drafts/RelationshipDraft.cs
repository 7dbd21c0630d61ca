namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>A relationship while the model is being read: first seen from one end, then from both.</summary>
internal sealed class RelationshipDraft(EntityDraft source, string? sourceNavigation, EntityDraft target, bool sourceIsCollection)
{
    public EntityDraft Source { get; } = source;

    public string? SourceNavigation { get; } = sourceNavigation;

    public EntityDraft Target { get; } = target;

    public string? TargetNavigation { get; set; }

    /// <summary>True for <c>HasMany</c>.</summary>
    public bool SourceIsCollection { get; } = sourceIsCollection;

    /// <summary>True for <c>WithMany</c>; null while only one end is configured.</summary>
    public bool? TargetIsCollection { get; set; }

    /// <summary>The end that holds the foreign key, where that isn't clear from the shape.</summary>
    public EntityDraft? ExplicitDependent { get; set; }

    public IReadOnlyList<string>? ForeignKey { get; set; }

    public IReadOnlyList<string>? PrincipalKey { get; set; }

    /// <summary>What code says: a required foreign key is never null.</summary>
    public bool? IsRequired { get; set; }

    /// <summary>True for a reference without an inverse that convention found: a foreign key on the far side may turn it round.</summary>
    public bool IsOneSided { get; set; }

    /// <summary>The entity that a many-to-many relationship is stored in, where it is one of its own.</summary>
    public EntityDraft? Join { get; set; }

    public bool IsManyToMany => SourceIsCollection && TargetIsCollection == true;

    public bool IsOneToOne => !SourceIsCollection && TargetIsCollection == false;

    /// <summary>The end that holds the foreign key; null where a one-to-one relationship leaves it open.</summary>
    public EntityDraft? Dependent => ExplicitDependent ?? (SourceIsCollection ? Target : TargetIsCollection == true ? Source : null);
}
