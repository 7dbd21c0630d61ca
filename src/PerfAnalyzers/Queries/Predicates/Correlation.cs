using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>A column of one table is equal to one of another: what joins them.</summary>
internal sealed record Correlation(PathElement Left, PathElement Right);
