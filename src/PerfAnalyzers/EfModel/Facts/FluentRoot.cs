namespace PerfAnalyzers.EfModel.Facts;

/// <summary>What a <see cref="FluentChain"/> starts with.</summary>
internal enum FluentRoot
{
    /// <summary>A local, a parameter, a field or a type.</summary>
    Name,

    /// <summary><c>this</c>, said or unsaid.</summary>
    This,

    /// <summary><c>base</c>.</summary>
    Base,

    /// <summary><c>new T(…)</c>.</summary>
    New,

    /// <summary><c>typeof(T)</c>.</summary>
    TypeOf,

    /// <summary>Anything else.</summary>
    Other,
}
