using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerfMonitor.Observing;

/// <summary>Puts a <see cref="TimedReader"/> around the readers of LINQ queries. Those of updates are left as they are: providers expect their own there.</summary>
internal sealed class ReaderTimer : DbCommandInterceptor
{
    public static ReaderTimer Instance { get; } = new();

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Timed(eventData, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Timed(eventData, result));

    private static DbDataReader Timed(CommandExecutedEventData eventData, DbDataReader result) =>
        eventData.CommandSource is CommandSource.LinqQuery or CommandSource.FromSqlQuery ? new TimedReader(result) : result;
}
