namespace PerfAnalyzers.AccessPaths;

/// <summary>Whether an index can be used for a filter at all.</summary>
internal enum IndexFit
{
    /// <summary>An ordered index of every row the query may return.</summary>
    Serves,

    /// <summary>It depends on things that aren't known: it may serve.</summary>
    MightServe,

    /// <summary>It can't be used.</summary>
    Useless,
}
