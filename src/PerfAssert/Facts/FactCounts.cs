using System.Collections.Immutable;

namespace PerfAssert.Facts;

/// <summary>Facts by name, as a baseline keeps them. Equal where all counts are.</summary>
/// <param name="Values">The counts of a call, by the name of the fact.</param>
public sealed record FactCounts(ImmutableSortedDictionary<string, long> Values)
{
    /// <summary>Nothing counted.</summary>
    public static FactCounts None { get; } = new(ImmutableSortedDictionary<string, long>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Values.IsEmpty;

    /// <summary>The count of a fact; null where it wasn't counted.</summary>
    /// <param name="fact">The fact.</param>
    public long? Find(ExactFact fact) => Values.TryGetValue(fact.Name, out var count) ? count : null;

    /// <summary>These counts with one added.</summary>
    /// <param name="name">The name of the fact.</param>
    /// <param name="count">The count.</param>
    public FactCounts With(string name, long count) => new(Values.SetItem(name, count));

    /// <inheritdoc/>
    public bool Equals(FactCounts? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}
