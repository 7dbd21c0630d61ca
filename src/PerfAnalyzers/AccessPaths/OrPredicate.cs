using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>At least one operand holds.</summary>
internal sealed record OrPredicate(ImmutableArray<Predicate> Operands) : Predicate;
