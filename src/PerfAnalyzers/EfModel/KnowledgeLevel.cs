namespace PerfAnalyzers.EfModel;

/// <summary>See <see cref="Knowledge"/>.</summary>
internal enum KnowledgeLevel
{
    /// <summary>Every key and index of the table is known.</summary>
    Complete,

    /// <summary>The table may have keys or indexes beyond those known.</summary>
    Partial,

    /// <summary>It isn't known whether this is a table at all.</summary>
    Unknown,
}
