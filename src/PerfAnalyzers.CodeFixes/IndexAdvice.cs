using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.Rules;

namespace PerfAnalyzers.CodeFixes;

/// <summary>The indexes that a diagnostic advises.</summary>
/// <param name="Entity">The metadata name of the entity type.</param>
/// <param name="Indexes">The columns of each index.</param>
internal sealed record IndexAdvice(string Entity, ImmutableArray<ImmutableArray<string>> Indexes)
{
    /// <summary>The entity's name without its namespace and outer types.</summary>
    public string EntityName => Entity.Substring(Entity.LastIndexOfAny(['.', '+']) + 1);

    /// <summary>Reads the advice from the diagnostic's properties; null where there is none.</summary>
    public static IndexAdvice? From(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DiagnosticProperties.Entity, out var entity) && entity is not null
        && diagnostic.Properties.TryGetValue(DiagnosticProperties.AdvisedIndexes, out var indexes) && !string.IsNullOrEmpty(indexes)
            ? new IndexAdvice(entity, indexes!.Split(';').Select(columns => columns.Split(',').ToImmutableArray()).ToImmutableArray())
            : null;
}
