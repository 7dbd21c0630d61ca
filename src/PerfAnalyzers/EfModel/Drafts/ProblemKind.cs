namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>How far a snapshot of the whole model makes up for something that isn't understood.</summary>
internal enum ProblemKind
{
    /// <summary>Code on the builder of a property, index, key or relationship: a snapshot tells all it can do.</summary>
    Detail,

    /// <summary>Code on the builder of an entity or the model: a snapshot tells all but query filters.</summary>
    Code,

    /// <summary>Something a snapshot doesn't tell, or that isn't modelled here.</summary>
    Structure,
}
