using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>A predicate and the tables whose rows it tests; none where it tests no row.</summary>
internal readonly record struct TablePredicate(Predicate Predicate, TableSet Tables)
{
    /// <summary>The columns of two tables that the predicate holds against each other. <see cref="Predicate"/> is unknown then.</summary>
    public Correlation? Correlation { get; init; }
}
