using System.CommandLine;
using PerfTool.Cli;

namespace PerfTool.Commands;

/// <summary>The commands, in the order in which a user meets them. Each has a file: it reads the command line, calls what does the work, and prints.</summary>
internal static class AllCommands
{
    /// <summary>Creates them.</summary>
    public static IEnumerable<Command> Create(Terminal terminal)
    {
        yield return InitCommand.Create(terminal);
        yield return BaselineCommand.Create(terminal);
        yield return CompareCommand.Create(terminal);
        yield return ReportCommand.Create(terminal);
        yield return GateCommand.Create(terminal);
        yield return CommentCommand.Create(terminal);
        yield return K6Command.Create(terminal);
        yield return ImportCommand.Create(terminal);
        yield return IndexesCommand.Create(terminal);
        yield return MonitoringCommand.Create(terminal);
    }
}
