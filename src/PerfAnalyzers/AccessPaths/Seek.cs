using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>An index finds the rows; for an OR, one index for each operand.</summary>
internal sealed record Seek(ImmutableArray<IndexUse> Uses) : AccessPath;
