using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Comparison;

/// <summary>What became of a batch.</summary>
/// <param name="Compared">The queries that were explained.</param>
/// <param name="NotSent">Queries that EF Core doesn't translate, or whose SQL the database refuses, with the reason.</param>
/// <param name="Exceptions">What an analyzer threw.</param>
internal sealed record BatchResult(ImmutableArray<ComparedQuery> Compared, ImmutableArray<string> NotSent, ImmutableArray<string> Exceptions);
