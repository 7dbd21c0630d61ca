namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Anything else, of which only the names it mentions are kept: it matters if one of them is a builder.</summary>
internal sealed record FluentOpaque(IReadOnlyList<string> Mentions) : FluentExpression
{
    /// <summary>True for <c>null</c> and <c>default</c>.</summary>
    public bool IsNull { get; init; }
}
