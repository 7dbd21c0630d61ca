using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel;

/// <summary>A property that leads from one entity to another, or to many.</summary>
/// <param name="Target">The entity it leads to.</param>
/// <param name="Columns">This entity's columns that are matched: the foreign key where this side holds it, else the principal key.</param>
/// <param name="TargetColumns">The other entity's columns, in the same order.</param>
/// <param name="IsCollection">True when it leads to many.</param>
internal sealed record Navigation(INamedTypeSymbol Target, ImmutableArray<string> Columns, ImmutableArray<string> TargetColumns, bool IsCollection);
