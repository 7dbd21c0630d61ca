namespace PerfAnalyzers.AccessPaths;

/// <summary>Where an index was learned from.</summary>
internal enum IndexOrigin
{
    /// <summary>An <c>[Index]</c> attribute.</summary>
    Attribute,

    /// <summary>A call of <c>HasIndex</c>.</summary>
    Fluent,

    /// <summary>A primary or alternate key.</summary>
    Key,

    /// <summary>EF Core's convention that indexes foreign keys.</summary>
    Convention,

    /// <summary>A <c>ModelSnapshot</c>.</summary>
    Snapshot,

    /// <summary>A migration's <c>CreateIndex</c>, or SQL.</summary>
    Migration,
}
