using System.Collections.Immutable;

namespace PerfAssert.Baselines;

/// <summary>The content of a *.perf.json: entries by key, in ordinal order.</summary>
/// <param name="Entries">What is recorded of each test, by its key.</param>
public sealed record BaselineFile(ImmutableSortedDictionary<string, BaselineEntry> Entries)
{
    /// <summary>The version of the format this engine reads and writes.</summary>
    public const int Schema = 1;

    /// <summary>No entries.</summary>
    public static BaselineFile Empty { get; } =
        new(ImmutableSortedDictionary<string, BaselineEntry>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The figures of a test on a machine, if there are any.</summary>
    /// <param name="key">The test's key.</param>
    /// <param name="machine">The fingerprint of the machine.</param>
    public BaselineRecord? Find(string key, string machine) =>
        Entries.TryGetValue(key, out var entry) && entry.Machines.TryGetValue(machine, out var record) ? record : null;

    /// <summary>This file with one test's figures on one machine added or replaced.</summary>
    /// <param name="key">The test's key.</param>
    /// <param name="name">What the test is called, for the reader.</param>
    /// <param name="machine">The fingerprint of the machine.</param>
    /// <param name="record">The figures.</param>
    public BaselineFile With(string key, string name, string machine, BaselineRecord record)
    {
        var entry = Entries.TryGetValue(key, out var known) ? known with { Name = name } : BaselineEntry.Empty(name);
        return new BaselineFile(Entries.SetItem(key, entry.With(machine, record)));
    }

    /// <summary>What a received file has that is newer than the committed one: older figures were copied from it, or overtaken.</summary>
    /// <param name="committed">The committed file.</param>
    public IEnumerable<BaselineChange> PendingOver(BaselineFile committed) =>
        from entry in Entries
        from machine in entry.Value.Machines
        let known = committed.Find(entry.Key, machine.Key)
        where known is null || (known != machine.Value && machine.Value.Recorded > known.Recorded)
        select new BaselineChange(entry.Key, entry.Value.Name, machine.Key, machine.Value);

    /// <summary>This file with changes laid over it.</summary>
    /// <param name="changes">The changes.</param>
    public BaselineFile With(IEnumerable<BaselineChange> changes) => changes.Aggregate(this, (file, change) => file.With(change.Key, change.Name, change.Machine, change.Record));

    /// <inheritdoc/>
    public bool Equals(BaselineFile? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Count;
}
