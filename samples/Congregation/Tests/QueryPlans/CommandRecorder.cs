using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Congregation.Tests.QueryPlans;

/// <summary>Notes every command a context is about to run, whichever way EF Core runs it.</summary>
public sealed class CommandRecorder : DbCommandInterceptor
{
    private readonly List<RecordedCommand> _commands = [];

    public IReadOnlyList<RecordedCommand> Commands => _commands;

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        _commands.Add(RecordedCommand.Of(result));
        return result;
    }
}
