using System.CommandLine;
using PerfAssert.Baselines;
using PerfTool.Baselines;
using PerfTool.Cli;
using PerfTool.Git;

namespace PerfTool.Commands;

/// <summary><c>perftool baseline accept</c>: received figures become the baseline, with the reason why.</summary>
internal static class BaselineAcceptCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("paths") { Description = "Received files, or folders below which to look for them; the current folder by default.", Arity = ArgumentArity.ZeroOrMore };
        var reason = new Option<string>("--reason") { Description = "Why the new figures are wanted: kept in the baseline, with the commit.", Required = true, HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "Prints what was accepted as JSON." };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--reason must say why.");
        });
        var command = new ToolCommand(
            "accept",
            "Makes what the last test run measured (*.perf.received.json) the baseline.",
            "baseline accept --reason \"Validates e-mail addresses now\"",
            "baseline accept tests/Shop.PerfTests/CartPerf.perf.received.json --reason \"First baseline\"");
        command.Arguments.Add(paths);
        command.Options.Add(reason);
        command.Options.Add(json);
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(paths) ?? [], parsed.GetValue(reason)!.Trim(), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string[] paths, string reason, bool json, CancellationToken cancellationToken)
    {
        var received = (paths.Length == 0 ? ["."] : paths).Select(terminal.Full).SelectMany(path => Files(terminal, path)).Distinct(StringComparer.Ordinal).ToList();
        if (received.Count == 0)
            throw new ToolException($"There is no *.perf.received.json below {string.Join(", ", paths.Length == 0 ? [terminal.Directory] : paths)}: nothing differs from the baselines, or the tests did not run (dotnet test -c Release).");
        var commit = await GitRepository.ShortHeadAsync(Path.GetDirectoryName(received[0])!, cancellationToken).ConfigureAwait(false);

        // All are read before the first is written: one that cannot be read leaves everything as it was.
        var accepted = received.Select(path => (Path: path, Committed: BaselineFolder.CommittedOf(path)))
            .Select(file => (file.Path, file.Committed, Result: ReceivedFiles.Accept(
                BaselineFolder.Read(file.Committed, terminal.Shown(file.Committed)), BaselineFolder.Read(file.Path, terminal.Shown(file.Path)), reason, commit)))
            .ToList();
        foreach (var (path, committed, result) in accepted)
        {
            if (result.Changes.Count > 0)
                AtomicFile.Write(committed, BaselineWriter.Write(result.File));
            File.Delete(path);
        }

        BaselineTable.PrintAccepted(terminal, accepted.SelectMany(file => file.Result.Changes).ToList(), json);
        return (int)ExitCode.Passed;
    }

    private static IEnumerable<string> Files(Terminal terminal, string path) =>
        Directory.Exists(path) ? BaselineFolder.ReceivedFiles(path)
        : !path.EndsWith(".perf.received.json", StringComparison.Ordinal) ? throw new ToolException($"{terminal.Shown(path)} is no received file: those end in .perf.received.json.")
        : File.Exists(path) ? [path]
        : throw new ToolException($"{terminal.Shown(path)} is not there.");
}
