using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Queries;

/// <summary>What one LINQ query asks of the tables it reads.</summary>
/// <param name="Tables">The tables: first the one the query starts from.</param>
/// <param name="Sites">Where predicates and keys stand: <see cref="ColumnPredicate.Site"/> is an index into this.</param>
internal sealed record QueryShape(ImmutableArray<QueryTable> Tables, ImmutableArray<SyntaxNode> Sites)
{
    public QueryTable Root => Tables[0];

    /// <summary>How the other tables are reached. A table may be reached by none: nothing is concluded then.</summary>
    public ImmutableArray<QueryJoin> Joins { get; init; } = ImmutableArray<QueryJoin>.Empty;

    /// <summary>True when the query asks to leave the model's query filters out.</summary>
    public bool IgnoresQueryFilters { get; init; }

    /// <summary>
    /// True for a straight line: every predicate is part of the query each time it runs. False for one composed under conditions
    /// (<c>if (…) q = q.Where(…)</c>): any of its predicates may be missing, and it holds all that may be there.
    /// </summary>
    public bool IsCertain { get; init; } = true;
}
