namespace PerfAnalyzers.Queries.Elements;

/// <summary>Some of a query's tables, by index.</summary>
internal readonly record struct TableSet(ulong Bits)
{
    /// <summary>Queries over more tables are not read.</summary>
    public const int Capacity = 64;

    public static TableSet None => default;

    public bool IsEmpty => Bits == 0;

    /// <summary>True for one table or none.</summary>
    public bool IsAtMostOne => (Bits & (Bits - 1)) == 0;

    public static TableSet Of(int table) => new(1UL << table);

    /// <summary>The tables from <paramref name="first"/> up to, but without, <paramref name="end"/>.</summary>
    public static TableSet Range(int first, int end)
    {
        var tables = None;
        for (var i = first; i < end; i++)
            tables |= Of(i);
        return tables;
    }

    public bool IsWithin(TableSet other) => (Bits & ~other.Bits) == 0;

    public IEnumerable<int> Indexes()
    {
        for (var i = 0; i < Capacity; i++)
        {
            if ((Bits & (1UL << i)) != 0)
                yield return i;
        }
    }

    public static TableSet operator |(TableSet left, TableSet right) => new(left.Bits | right.Bits);
}
