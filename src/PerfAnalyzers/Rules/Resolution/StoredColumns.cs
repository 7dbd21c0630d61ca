using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel;

namespace PerfAnalyzers.Rules.Resolution;

/// <summary>Adds to what a query asks of a column how the model says that it is stored.</summary>
internal static class StoredColumns
{
    /// <summary>The predicate on a column that was found.</summary>
    public static Predicate Describe(ColumnPredicate predicate, ColumnStorage storage)
    {
        if (storage == ColumnStorage.Plain)
            return predicate;
        if (predicate is { IsDecimal: true, Comparison: Comparison.Range } && storage.Type is ColumnStorage.NotKnown)
            return new UnknownPredicate($"what '{predicate.Column}' is converted to isn't known");
        return predicate with
        {
            Collation = storage.Collation,
            IsDecimal = IsDecimal(predicate.IsDecimal, storage),

            // A bool that is converted is compared with what stands for true.
            Comparison = predicate.Comparison == Comparison.Truth && storage.Type is not (null or "bool") ? Comparison.Equality : predicate.Comparison,
        };
    }

    /// <summary>The sort key on a column that was found; null where the order of its index isn't known to be the query's.</summary>
    public static SortKey? Describe(SortKey key, ColumnStorage storage) =>
        key.IsDecimal && storage.Type is ColumnStorage.NotKnown ? null : key with { IsDecimal = IsDecimal(key.IsDecimal, storage) };

    private static bool IsDecimal(bool isDeclared, ColumnStorage storage) => isDeclared && storage.Type is null or "decimal";
}
