using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>An expression that reads one column of the row and nothing else of it.</summary>
internal sealed record ColumnExpression(PathElement Column, ColumnTransform Transform);
