using System.CommandLine;
using PerfAssert.Baselines;
using PerfTool.Baselines;
using PerfTool.Building;
using PerfTool.Cli;

namespace PerfTool.Commands;

/// <summary><c>perftool baseline prune</c>: removes entries that say nothing any more.</summary>
internal static class BaselinePruneCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var projects = new Argument<string[]>("projects") { Description = "Test projects, or folders with one; all below that reference PerfAssert.Xunit by default.", Arity = ArgumentArity.ZeroOrMore };
        var apply = new Option<bool>("--apply") { Description = "Removes them; without it, only shows what would be removed." };
        var json = new Option<bool>("--json") { Description = "Prints what is removed as JSON." };
        var command = new ToolCommand("prune", "Removes entries whose test is gone and figures of another engine. Shows what it would do first.", "baseline prune", "baseline prune --apply");
        command.Arguments.Add(projects);
        command.Options.Add(apply);
        command.Options.Add(json);
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(projects) ?? [], parsed.GetValue(apply), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string[] named, bool apply, bool json, CancellationToken cancellationToken)
    {
        var (removed, entries) = (new List<BaselineProblem>(), 0);
        foreach (var project in TestProject.Find(terminal, named))
        {
            // Read before anything is built or written: a file that cannot be used is not pruned.
            var files = BaselineFolder.CommittedFiles(project.Folder).Select(path => (Path: path, File: BaselineFolder.Read(path, terminal.Shown(path)))).ToList();
            var (tests, framework) = await BaselineCheckCommand.TestsAsync(terminal, project, cancellationToken).ConfigureAwait(false);
            foreach (var (path, file) in files)
            {
                entries += file.Entries.Count;
                removed.AddRange(BaselineCheck.Find(new Dictionary<string, (BaselineFile?, PerfAssert.BaselineException?)> { [terminal.Shown(path)] = (file, null) }, tests, framework));
                var pruned = BaselineCheck.Prune(file, tests, framework);
                if (!apply || pruned.Equals(file))
                    continue;
                if (pruned.Entries.IsEmpty)
                    File.Delete(path);
                else
                    AtomicFile.Write(path, BaselineWriter.Write(pruned));
            }
        }

        BaselineTable.PrintProblems(terminal, removed, entries, json);
        if (!json && removed.Count > 0)
            terminal.Writer.WriteLine(apply ? "Removed. Commit the *.perf.json files." : "Nothing was changed: perftool baseline prune --apply removes them.");
        return (int)ExitCode.Passed;
    }
}
