namespace PerfMonitor.Log;

/// <summary>The newest entries, capped by the memory they take (<see cref="SlowQueryEntry.Size"/>), whatever their size. Not thread-safe.</summary>
internal sealed class EntryBuffer
{
    /// <summary>The most that is kept, in bytes.</summary>
    public const int Cap = 100 * 1024;

    private readonly LinkedList<SlowQueryEntry> _entries = [];

    /// <summary>Bytes of the entries that are there.</summary>
    public int Size { get; private set; }

    public int Count => _entries.Count;

    /// <summary>Entries that made room for newer ones.</summary>
    public long Dropped { get; private set; }

    public void Add(SlowQueryEntry entry)
    {
        var size = SizeOf(entry);
        while (_entries.First is { } oldest && Size + size > Cap)
        {
            Size -= SizeOf(oldest.Value);
            _entries.RemoveFirst();
            Dropped++;
        }

        _entries.AddLast(entry);
        Size += size;
    }

    public IEnumerable<SlowQueryEntry> NewestFirst() => _entries.Reverse();

    // A node of the list is an object of 48 bytes.
    private static int SizeOf(SlowQueryEntry entry) => entry.Size + 48;
}
