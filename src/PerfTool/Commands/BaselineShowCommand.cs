using System.CommandLine;
using PerfTool.Baselines;
using PerfTool.Cli;

namespace PerfTool.Commands;

/// <summary><c>perftool baseline show</c>: what is recorded.</summary>
internal static class BaselineShowCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("paths") { Description = "Baseline files, or folders below which to look for them; the current folder by default.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var command = new ToolCommand("show", "Shows what is recorded, by machine.", "baseline show", "baseline show tests/Shop.PerfTests/CartPerf.perf.json --json");
        command.Arguments.Add(paths);
        command.Options.Add(json);
        command.SetAction(parsed => Run(terminal, parsed.GetValue(paths) ?? [], parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, bool json)
    {
        var files = (paths.Length == 0 ? ["."] : paths).Select(terminal.Full)
            .SelectMany(path => Directory.Exists(path) ? BaselineFolder.CommittedFiles(path) : File.Exists(path) ? [path] : throw new ToolException($"{terminal.Shown(path)} is not there."))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
            throw new ToolException($"There is no *.perf.json below {string.Join(", ", paths.Length == 0 ? [terminal.Directory] : paths)}. Record one: perftool baseline record.");
        BaselineTable.PrintEntries(
            terminal,
            [.. from file in files
                let shown = terminal.Shown(file)
                from entry in BaselineFolder.Read(file, shown).Entries
                from machine in entry.Value.Machines
                select (shown, entry.Key, entry.Value.Name, machine.Key, machine.Value)],
            json);
        return (int)ExitCode.Passed;
    }
}
