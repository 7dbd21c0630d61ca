using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace PerfMonitor.Statements;

/// <summary>
/// What is known of commands, by the identity of their text: EF Core hands out the same string for the same cached query. Bounded: a slot holds the
/// last text that fell into it, and one that is longer than <see cref="LongestKept"/> is read anew each time. The entity is remembered too: asking a
/// context for its model takes longer than all the rest, and the same string comes from the same model.
/// </summary>
internal sealed class StatementCache
{
    private const int Slots = 1_024;
    private const int LongestKept = 4_096;
    private readonly Known?[] _slots = new Known?[Slots];

    /// <summary>What the command does, and the name of the entity it does it to.</summary>
    public (QueryAction Action, string? Entity) Get(string sql, DbContext? context)
    {
        ref var slot = ref _slots[RuntimeHelpers.GetHashCode(sql) & (Slots - 1)];
        if (Volatile.Read(ref slot) is { } known && ReferenceEquals(known.Text, sql))
            return (known.Action, known.Entity);
        var target = StatementInfo.Read(sql).Target;
        var entity = EntityNames.Of(target.Table, context?.Model);
        if (sql.Length <= LongestKept)
            Volatile.Write(ref slot, new Known(sql, target.Action, entity));
        return (target.Action, entity);
    }

    private sealed record Known(string Text, QueryAction Action, string? Entity);
}
