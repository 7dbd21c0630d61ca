namespace PerfAnalyzers.EfModel.Facts;

/// <summary>One or more constant strings: literals and <c>nameof</c>.</summary>
internal sealed record FluentText(IReadOnlyList<string> Values) : FluentExpression
{
    /// <summary>True for an array of strings.</summary>
    public bool IsArray { get; init; }
}
