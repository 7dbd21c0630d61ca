namespace PerfAnalyzers.EfModel.Facts;

/// <summary>One or more constants <c>true</c> and <c>false</c>.</summary>
internal sealed record FluentFlags(IReadOnlyList<bool> Values) : FluentExpression;
