namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>How a part of an entity is stored.</summary>
internal enum PartKind
{
    /// <summary>An owned reference: in the owner's table, unless code says otherwise.</summary>
    Owned,

    /// <summary>A complex type: in the owner's table, unless it is a JSON document.</summary>
    Complex,

    /// <summary>A collection of owned or complex objects: never in columns of the owner's table.</summary>
    Collection,
}
