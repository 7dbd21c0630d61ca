using System.CommandLine;
using System.CommandLine.Help;
using PerfAssert;
using PerfTool.Cli;

namespace PerfTool.Commands;

/// <summary>The command line: parses it, runs a command, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class PerfToolCommand
{
    /// <summary>After Ctrl+C a command puts away what it left lying around: worktrees, half-written files, child processes.</summary>
    private static readonly TimeSpan s_timeToCleanUp = TimeSpan.FromSeconds(30);

    /// <summary>Runs the tool.</summary>
    /// <param name="args">What the user typed.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellationToken">Stops it, as Ctrl+C does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            // A word that is no command is also a command that is missing: the word says more.
            var errors = parsed.Errors.Where(error => parsed.UnmatchedTokens.Count == 0 || parsed.UnmatchedTokens.Any(token => error.Message.Contains(token, StringComparison.Ordinal)));
            foreach (var message in errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
                terminal.ErrorWriter.WriteLine($"perftool: {message}");
            terminal.ErrorWriter.WriteLine($"For help: perftool {Path(parsed.CommandResult.Command)}--help");
            return (int)ExitCode.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Writer, Error = terminal.ErrorWriter, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = s_timeToCleanUp },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ToolException or PerfTestException or IOException or UnauthorizedAccessException)
        {
            terminal.ErrorWriter.WriteLine($"perftool: {e.Message.ReplaceLineEndings(" ")}");
            return (int)ExitCode.WrongUse;
        }
        catch (OperationCanceledException)
        {
            terminal.ErrorWriter.WriteLine("perftool: stopped before it was done; nothing was left behind");
            return (int)ExitCode.WrongUse;
        }
    }

    /// <summary>All commands, in the order in which a user meets them.</summary>
    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Performance baselines, comparison with a git ref, reports, the gate of pull requests, and index advice that ends in a migration.");
        foreach (var command in AllCommands.Create(terminal))
            root.Subcommands.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static string Path(Command command) =>
        string.Concat(command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(Path).Append(command is RootCommand ? "" : command.Name + " "));
}
