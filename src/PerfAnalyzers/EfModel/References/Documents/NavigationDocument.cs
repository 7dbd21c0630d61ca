using System.Collections.Immutable;

namespace PerfAnalyzers.EfModel.References.Documents;

/// <summary>A <see cref="Navigation"/> without symbols.</summary>
/// <param name="Name">The property.</param>
/// <param name="Target">The metadata name of the entity it leads to.</param>
/// <param name="TargetAssembly">The simple name of that entity's assembly, or null.</param>
/// <param name="Columns">See <see cref="Navigation.Columns"/>.</param>
/// <param name="TargetColumns">See <see cref="Navigation.TargetColumns"/>.</param>
/// <param name="IsCollection">See <see cref="Navigation.IsCollection"/>.</param>
internal sealed record NavigationDocument(
    string Name, string Target, string? TargetAssembly, ImmutableArray<string> Columns, ImmutableArray<string> TargetColumns, bool IsCollection);
