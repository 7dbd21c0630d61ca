namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>Which tables a hierarchy of entities is stored in.</summary>
internal enum HierarchyMapping
{
    /// <summary>Code doesn't say.</summary>
    Unsaid,

    /// <summary>One for all.</summary>
    Tph,

    /// <summary>One for each type, for what that type declares.</summary>
    Tpt,

    /// <summary>One for each concrete type, for all it has.</summary>
    Tpc,
}
