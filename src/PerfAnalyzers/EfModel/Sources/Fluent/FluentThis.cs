using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Whose method is followed.</summary>
/// <param name="Type">The class that declares the method.</param>
/// <param name="Runtime">The class of the object it is called on: where overrides are looked for.</param>
internal sealed record FluentThis(INamedTypeSymbol Type, INamedTypeSymbol Runtime);
