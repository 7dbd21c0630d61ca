using System.Runtime.CompilerServices;

namespace PerfMonitor.Statements;

/// <summary>
/// What is known of commands, by the identity of their text: EF Core hands out the same string for the same cached query. Bounded: a slot holds the
/// last text that fell into it, and one that is longer than <see cref="LongestKept"/> is read anew each time.
/// </summary>
internal sealed class StatementCache
{
    private const int Slots = 1_024;
    private const int LongestKept = 4_096;
    private readonly Known?[] _slots = new Known?[Slots];

    public StatementInfo Get(string sql)
    {
        ref var slot = ref _slots[RuntimeHelpers.GetHashCode(sql) & (Slots - 1)];
        if (Volatile.Read(ref slot) is { } known && ReferenceEquals(known.Text, sql))
            return known.Info;
        var info = StatementInfo.Read(sql);
        if (sql.Length <= LongestKept)
            Volatile.Write(ref slot, new Known(sql, info));
        return info;
    }

    private sealed record Known(string Text, StatementInfo Info);
}
