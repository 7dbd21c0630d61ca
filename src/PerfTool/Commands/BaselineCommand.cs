using System.CommandLine;
using PerfTool.Cli;

namespace PerfTool.Commands;

/// <summary><c>perftool baseline</c>: the checked-in baselines.</summary>
internal static class BaselineCommand
{
    /// <summary>Creates it, with its subcommands.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new ToolCommand("baseline", "Records, accepts, shows, checks and prunes the baselines that stand beside your perf tests (*.perf.json).");
        command.Subcommands.Add(BaselineRecordCommand.Create(terminal));
        command.Subcommands.Add(BaselineAcceptCommand.Create(terminal));
        command.Subcommands.Add(BaselineShowCommand.Create(terminal));
        command.Subcommands.Add(BaselineCheckCommand.Create(terminal));
        command.Subcommands.Add(BaselinePruneCommand.Create(terminal));
        return command;
    }
}
