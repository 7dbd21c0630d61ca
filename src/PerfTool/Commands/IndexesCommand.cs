using System.CommandLine;
using PerfTool.Cli;

namespace PerfTool.Commands;

/// <summary><c>perftool indexes</c>: from the build's warnings to indexes in a database.</summary>
internal static class IndexesCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ToolCommand(
            "indexes",
            "The indexes that PerfAnalyzers finds missing: merged, as SQL, as a migration, and what they would gain.",
            "indexes advise",
            "indexes sql --provider postgresql --output indexes.sql",
            "indexes migration --project src/Shop.Data",
            "indexes measure --provider sqlite --connection \"Data Source=shop.db\" --sql queries.sql");
        command.Subcommands.Add(IndexesAdviseCommand.Create(terminal));
        command.Subcommands.Add(IndexesSqlCommand.Create(terminal));
        command.Subcommands.Add(IndexesMigrationCommand.Create(terminal));
        command.Subcommands.Add(IndexesMeasureCommand.Create(terminal));
        return command;
    }
}
