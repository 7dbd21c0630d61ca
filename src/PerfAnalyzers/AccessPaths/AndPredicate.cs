using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Every operand holds.</summary>
internal sealed record AndPredicate(ImmutableArray<Predicate> Operands) : Predicate;
