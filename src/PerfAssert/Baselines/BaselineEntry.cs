using System.Collections.Immutable;

namespace PerfAssert.Baselines;

/// <summary>All that is recorded of one test: what it is called, for the reader, and its figures on each machine.</summary>
/// <param name="Name">What the test is called, for the reader.</param>
/// <param name="Machines">Its figures, by the fingerprint of the machine.</param>
public sealed record BaselineEntry(string Name, ImmutableSortedDictionary<string, BaselineRecord> Machines)
{
    /// <summary>An entry without figures.</summary>
    /// <param name="name">What the test is called, for the reader.</param>
    public static BaselineEntry Empty(string name) =>
        new(name, ImmutableSortedDictionary<string, BaselineRecord>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>This entry with one machine's figures added or replaced.</summary>
    /// <param name="machine">The fingerprint of the machine.</param>
    /// <param name="record">The figures.</param>
    public BaselineEntry With(string machine, BaselineRecord record) => this with { Machines = Machines.SetItem(machine, record) };

    /// <inheritdoc/>
    public bool Equals(BaselineEntry? other) => other is not null && Name == other.Name && Machines.SequenceEqual(other.Machines);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Machines.Count);
}
