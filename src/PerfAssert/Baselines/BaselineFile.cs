using System.Collections.Immutable;

namespace PerfAssert.Baselines;

/// <summary>The content of a *.perf.json: entries by key, in ordinal order.</summary>
internal sealed record BaselineFile(ImmutableSortedDictionary<string, BaselineEntry> Entries)
{
    /// <summary>The version of the format this engine reads and writes.</summary>
    public const int Schema = 1;

    /// <summary>No entries.</summary>
    public static BaselineFile Empty { get; } =
        new(ImmutableSortedDictionary<string, BaselineEntry>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The figures of a test on a machine, if there are any.</summary>
    public BaselineRecord? Find(string key, string machine) =>
        Entries.TryGetValue(key, out var entry) && entry.Machines.TryGetValue(machine, out var record) ? record : null;

    /// <summary>This file with one test's figures on one machine added or replaced.</summary>
    public BaselineFile With(string key, string name, string machine, BaselineRecord record)
    {
        var entry = Entries.TryGetValue(key, out var known) ? known with { Name = name } : BaselineEntry.Empty(name);
        return new BaselineFile(Entries.SetItem(key, entry.With(machine, record)));
    }

    /// <inheritdoc/>
    public bool Equals(BaselineFile? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Count;
}
