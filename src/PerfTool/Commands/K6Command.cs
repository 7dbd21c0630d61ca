using System.CommandLine;
using PerfTool.Cli;

namespace PerfTool.Commands;

/// <summary><c>perftool k6</c>: load tests on machines of their own.</summary>
internal static class K6Command
{
    /// <summary>Creates it, with its subcommand.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new ToolCommand("k6", "Makes scripts for k6 of the scenarios that load tests run (*.load.json).");
        command.Subcommands.Add(K6ExportCommand.Create(terminal));
        return command;
    }
}
