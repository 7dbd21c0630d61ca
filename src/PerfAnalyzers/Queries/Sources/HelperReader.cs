using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>Follows the user's own methods that return a query.</summary>
internal static class HelperReader
{
    /// <summary>True for a method whose body this compilation holds.</summary>
    public static bool IsHelper(IMethodSymbol method) => !method.DeclaringSyntaxReferences.IsEmpty;
}
