using System.Collections.Immutable;
using PerfAnalyzers.Queries;

namespace PerfAnalyzers.Rules.Resolution;

/// <summary>Two tables of a query and the columns they are matched by.</summary>
/// <param name="Outer">An index into <see cref="ResolvedQuery.Tables"/>.</param>
/// <param name="OuterColumns">The columns of the outer table. Empty where they aren't known.</param>
/// <param name="Inner">An index into <see cref="ResolvedQuery.Tables"/>.</param>
/// <param name="InnerColumns">The columns of the inner table.</param>
/// <param name="Kind">How the tables are combined.</param>
/// <param name="Site">Where the join stands, an index into the query's sites; negative for a navigation's.</param>
internal sealed record ResolvedJoin(int Outer, ImmutableArray<string> OuterColumns, int Inner, ImmutableArray<string> InnerColumns, JoinKind Kind, int Site);
