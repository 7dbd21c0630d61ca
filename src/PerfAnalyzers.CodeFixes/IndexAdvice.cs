using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Rules;

namespace PerfAnalyzers.CodeFixes;

/// <summary>The indexes that a diagnostic advises.</summary>
/// <param name="Entity">The metadata name of the entity type.</param>
/// <param name="Indexes">The indexes.</param>
internal sealed record IndexAdvice(string Entity, ImmutableArray<AdvisedIndex> Indexes)
{
    private const string Descending = " desc";

    /// <summary>The entity's name without its namespace and outer types.</summary>
    public string EntityName => Entity.Substring(Entity.LastIndexOfAny(['.', '+']) + 1);

    /// <summary>Reads the advice from the diagnostic's properties; null where there is none.</summary>
    public static IndexAdvice? From(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        if (!properties.TryGetValue(DiagnosticProperties.Entity, out var entity) || entity is null
            || !properties.TryGetValue(DiagnosticProperties.AdvisedIndexes, out var advised) || string.IsNullOrEmpty(advised)
            || !properties.TryGetValue(DiagnosticProperties.InterchangeableColumns, out var interchangeable) || string.IsNullOrEmpty(interchangeable))
        {
            return null;
        }

        var counts = interchangeable!.Split(';').Select(count => int.Parse(count, CultureInfo.InvariantCulture));
        var indexes = advised!.Split(';').Zip(counts, (columns, count) => new AdvisedIndex(columns.Split(',').Select(Column).ToImmutableArray(), count));
        return new IndexAdvice(entity, indexes.ToImmutableArray());
    }

    private static IndexColumn Column(string text) => text.EndsWith(Descending, StringComparison.Ordinal)
        ? new IndexColumn(text.Substring(0, text.Length - Descending.Length), IsDescending: true)
        : new IndexColumn(text);
}
