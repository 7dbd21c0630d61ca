using System.CommandLine;
using System.Globalization;
using PerfAssert.Baselines;
using PerfTool.Baselines;
using PerfTool.Building;
using PerfTool.Cli;
using PerfTool.Git;
using PerfTool.Processes;
using PerfTool.Results;

namespace PerfTool.Commands;

/// <summary><c>perftool baseline record</c>: the figures of several fresh processes that agree.</summary>
internal static class BaselineRecordCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var projects = new Argument<string[]>("projects") { Description = "Test projects, or folders with one; all below that reference PerfAssert.Xunit by default.", Arity = ArgumentArity.ZeroOrMore };
        var processes = new Option<int>("--processes") { Description = "Fresh processes, of which three must agree.", DefaultValueFactory = _ => BaselineAgreement.FewestProcesses, HelpName = "N" };
        var filter = new Option<string?>("--filter") { Description = "Records only tests that match, as in dotnet test --filter.", HelpName = "EXPRESSION" };
        var reason = new Option<string?>("--reason") { Description = "Why: kept in the baseline, with the commit.", HelpName = "TEXT" };
        var strict = new Option<bool>("--strict") { Description = "Ends with 3 where the processes did not agree on a test." };
        var json = new Option<bool>("--json") { Description = "Prints what was recorded as JSON." };
        processes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < BaselineAgreement.FewestProcesses or > 25)
                result.AddError($"--processes takes {BaselineAgreement.FewestProcesses} to 25.");
        });
        var command = new ToolCommand(
            "record",
            "Runs the perf tests in fresh processes and makes what they agree on the baseline of this machine. Never in CI: a machine that changes from run to run has no baseline.",
            "baseline record",
            "baseline record tests/Shop.PerfTests --processes 5 --reason \"New build machine\"",
            "baseline record --filter FullyQualifiedName~CartPerf");
        command.Arguments.Add(projects);
        foreach (var option in new Option[] { processes, filter, reason, strict, json })
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal, TestProject.Find(terminal, parsed.GetValue(projects) ?? []), parsed.GetValue(processes), parsed.GetValue(filter), parsed.GetValue(reason), parsed.GetValue(strict), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, IReadOnlyList<TestProject> projects, int processes, string? filter, string? reason, bool strict, bool json, CancellationToken cancellationToken)
    {
        if (terminal.Environment("CI") is { Length: > 0 } ci && !ci.Equals("false", StringComparison.OrdinalIgnoreCase))
            throw new ToolException("A baseline is not recorded in CI (the variable CI is set): record it on a machine that stays the same, and commit it.");
        var (changes, problems) = (new List<AcceptedChange>(), new List<(string Test, string Problem)>());
        foreach (var project in projects)
        {
            var commit = await GitRepository.ShortHeadAsync(project.Folder, cancellationToken).ConfigureAwait(false);
            var runs = await terminal.CountAsync($"Measuring {project.Name} in {processes} processes", progress => MeasureAsync(terminal, project, processes, filter, progress, cancellationToken)).ConfigureAwait(false);
            foreach (var file in runs.SelectMany(run => run.Tests.Select(test => (run.Machine, Test: test))).GroupBy(result => result.Test.BaselineFile).Where(group => group.Key is not null))
                changes.AddRange(Write(terminal, Path.Combine(project.Folder, file.Key!), file, reason, commit, problems));
        }

        BaselineTable.PrintAccepted(terminal, changes, json);
        foreach (var (test, problem) in problems)
            terminal.ErrorWriter.WriteLine($"not recorded: {test}: {problem}");
        return (int)(strict && problems.Count > 0 ? ExitCode.Inconclusive : ExitCode.Passed);
    }

    /// <summary>The results of each process.</summary>
    private static async Task<IReadOnlyList<ResultsFile>> MeasureAsync(Terminal terminal, TestProject project, int processes, string? filter, Action<int, int, string> progress, CancellationToken cancellationToken)
    {
        var runs = new List<ResultsFile>();
        for (var process = 0; process < processes; process++)
        {
            var started = DateTime.UtcNow.AddSeconds(-1);
            var run = await ProcessRunner.RunAsync(
                ["dotnet", "test", project.Path, "-c", "Release", "--nologo", .. process == 0 ? Array.Empty<string>() : ["--no-build"], .. filter is null ? Array.Empty<string>() : ["--filter", filter]], project.Folder, cancellationToken).ConfigureAwait(false);
            var results = Path.Combine(project.Folder, "TestResults");
            ResultsFile[] fresh = [.. (Directory.Exists(results) ? Directory.GetFiles(results, "perf-results*.json") : []).Select(path => ResultsReader.Read(path, terminal.Shown(path))).Where(file => file.Started >= started)];
            // A regression against the old baseline fails the run, and is what we are here for; a run that measured nothing is not.
            if (fresh.Length == 0)
                throw new ToolException($"{terminal.Shown(project.Path)} ran no perf test: {(run.Succeeded ? "is the filter right?" : run.Problem)}");
            runs.AddRange(fresh);
            progress(process + 1, processes, string.Create(CultureInfo.InvariantCulture, $"process {process + 1}"));
        }

        return runs;
    }

    private static IReadOnlyList<AcceptedChange> Write(
        Terminal terminal, string path, IEnumerable<(string Machine, TestResult Test)> results, string? reason, string? commit, List<(string Test, string Problem)> problems)
    {
        var before = BaselineFolder.Read(path, terminal.Shown(path));
        var changes = new List<BaselineChange>();
        foreach (var test in results.GroupBy(result => (result.Test.Key, result.Machine)))
        {
            // Later than what the runs left beside the baseline, which is overtaken by it.
            var recording = Recording.Of([.. test.Select(result => result.Test)], DateTime.UtcNow, reason, commit);
            if (recording.Record is { } record)
                changes.Add(new BaselineChange(test.Key.Key, test.First().Test.Name, test.Key.Machine, record));
            else
                problems.Add((test.First().Test.Name, recording.Problem!));
        }

        var now = before.With(changes);
        if (changes.Count > 0)
        {
            AtomicFile.Write(path, BaselineWriter.Write(now));
            DropOvertaken(terminal, path, now);
        }

        return [.. changes.Select(change => new AcceptedChange(change.Name, before.Find(change.Key, change.Machine), change.Record))];
    }

    /// <summary>What the runs left to accept is older than what was recorded of the same tests.</summary>
    private static void DropOvertaken(Terminal terminal, string path, BaselineFile now)
    {
        var received = BaselineFolder.ReceivedOf(path);
        if (File.Exists(received) && !BaselineFolder.Read(received, terminal.Shown(received)).PendingOver(now).Any())
            File.Delete(received);
    }
}
