namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>What EF Core's conventions map a property to.</summary>
internal enum MemberKind
{
    /// <summary>Nothing, unless the configuration asks for it.</summary>
    None,

    /// <summary>A column.</summary>
    Column,

    /// <summary>A reference to another entity.</summary>
    Reference,

    /// <summary>A collection of other entities.</summary>
    Collection,

    /// <summary>An owned or complex type, whose parts are not this entity's columns.</summary>
    Embedded,
}
