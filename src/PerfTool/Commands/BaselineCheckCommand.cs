using System.CommandLine;
using PerfAssert;
using PerfAssert.Baselines;
using PerfTool.Baselines;
using PerfTool.Building;
using PerfTool.Cli;
using PerfTool.Comparing;

namespace PerfTool.Commands;

/// <summary><c>perftool baseline check</c>: entries that say nothing any more, and files that cannot be used.</summary>
internal static class BaselineCheckCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var projects = new Argument<string[]>("projects") { Description = "Test projects, or folders with one; all below that reference PerfAssert.Xunit by default.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Prints what was found as JSON." };
        var command = new ToolCommand("check", "Finds entries whose test is gone, entries of another engine, keys that stand in two files, and files that cannot be read. Ends with 1 where it found any.", "baseline check", "baseline check tests/Shop.PerfTests --json");
        command.Arguments.Add(projects);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (problems, entries) = (new List<BaselineProblem>(), 0);
            foreach (var project in TestProject.Find(terminal, parsed.GetValue(projects) ?? []))
            {
                var files = Read(terminal, project);
                var (tests, framework) = await TestsAsync(terminal, project, cancellationToken).ConfigureAwait(false);
                entries += files.Values.Sum(file => file.File?.Entries.Count ?? 0);
                problems.AddRange(BaselineCheck.Find(files, tests, framework));
            }

            BaselineTable.PrintProblems(terminal, problems, entries, parsed.GetValue(json));
            return (int)(problems.Count == 0 ? ExitCode.Passed : ExitCode.Failed);
        });
        return command;
    }

    /// <summary>The tests of a project, and what they were built for.</summary>
    public static async Task<(IReadOnlyList<FoundTest> Tests, string Framework)> TestsAsync(Terminal terminal, TestProject project, CancellationToken cancellationToken)
    {
        var built = await terminal.WhileAsync($"Building {project.Name} …", () => ProjectBuilder.BuildAsync(project.Path, null, terminal.Shown(project.Path), runAnalyzers: true, cancellationToken)).ConfigureAwait(false);
        return (await TestWorker.ListAsync(built, cancellationToken).ConfigureAwait(false), KeyFramework(built.TargetFramework));
    }

    /// <summary>"net10.0-windows" is "net10.0" in a key.</summary>
    private static string KeyFramework(string framework) => framework.Split('-')[0];

    private static Dictionary<string, (BaselineFile? File, BaselineException? Problem)> Read(Terminal terminal, TestProject project) =>
        BaselineFolder.CommittedFiles(project.Folder).ToDictionary(terminal.Shown, path =>
        {
            try
            {
                return ((BaselineFile?)BaselineFolder.Read(path, terminal.Shown(path)), (BaselineException?)null);
            }
            catch (BaselineException e)
            {
                return (null, e);
            }
        }, StringComparer.Ordinal);
}
