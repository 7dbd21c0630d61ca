using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>Keeps the first command that a context is about to send, and ends the query there.</summary>
internal sealed class CommandCapture : DbCommandInterceptor
{
    private CapturedCommand? _command;

    /// <summary>The command that <paramref name="query"/> sends, or the reason why it sends none.</summary>
    public (CapturedCommand? Command, string? Failure) Of(Action query)
    {
        _command = null;
        try
        {
            query();
        }
        catch (CommandCapturedException)
        {
        }
        catch (Exception exception) when (_command is null)
        {
            return (null, exception.Message);
        }

        return _command is null ? (null, "The query sends no command.") : (_command, null);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        throw Keep(command);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        throw Keep(command);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        throw Keep(command);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        throw Keep(command);

    private CommandCapturedException Keep(DbCommand command)
    {
        _command = new CapturedCommand(command.CommandText, [.. command.Parameters.Cast<DbParameter>()]);
        return new CommandCapturedException();
    }
}
