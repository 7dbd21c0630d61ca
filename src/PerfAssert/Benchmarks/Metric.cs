using System.Collections.Immutable;

namespace PerfAssert.Benchmarks;

/// <summary>What was recorded of one metric.</summary>
internal sealed record Metric(string Name, string Unit, Better Better, ImmutableArray<double> Values)
{
    /// <inheritdoc/>
    public bool Equals(Metric? other) => other is not null && (Name, Unit, Better) == (other.Name, other.Unit, other.Better) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Unit, Better, Values.Length);
}
