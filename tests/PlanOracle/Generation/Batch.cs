using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>A model and queries on it, as C# that compiles on its own.</summary>
/// <param name="Seed">Repeats it.</param>
/// <param name="Model">The file that declares the model.</param>
/// <param name="Analyzed">The file that holds the queries: what the analyzer's verdicts are taken from.</param>
/// <param name="Runner">The file that calls them, and the same queries without order and limit.</param>
internal sealed record Batch(int Seed, DatabaseKind Database, string Model, string Analyzed, string Runner, ImmutableArray<GeneratedQuery> Queries);
