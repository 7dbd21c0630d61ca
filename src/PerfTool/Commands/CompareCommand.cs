using System.CommandLine;
using PerfAssert;
using PerfAssert.Baselines;
using PerfAssert.Builds;
using PerfTool.Baselines;
using PerfTool.Building;
using PerfTool.Cli;
using PerfTool.Comparing;
using PerfTool.Git;
using PerfTool.Reports;
using PerfTool.Results;
using Spectre.Console;

namespace PerfTool.Commands;

/// <summary><c>perftool compare</c>: each perf test of the working tree against its older self, by turns.</summary>
internal static class CompareCommand
{
    /// <summary>Even, so that each build is called first as often as the other.</summary>
    private const int DefaultProcesses = 4;

    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var projects = new Argument<string[]>("projects") { Description = "Test projects, or folders with one; all below that reference PerfAssert.Xunit by default.", Arity = ArgumentArity.ZeroOrMore };
        var baseRef = new Option<string>("--base") { Description = "The commit, branch or tag to compare with.", Required = true, HelpName = "REF" };
        var processes = new Option<int>("--processes") { Description = $"Fresh processes that must agree; {ProcessAgreement.Fewest} or more, best an even number: the builds go first by turns.", DefaultValueFactory = _ => DefaultProcesses, HelpName = "N" };
        var filter = new Option<string?>("--filter") { Description = "Compares only tests whose full name holds this text.", HelpName = "TEXT" };
        var framework = new Option<string?>("--framework", "-f") { Description = "Target framework, where a project has several; its first by default.", HelpName = "TFM" };
        var kept = new Option<string?>("--worktree") { Description = "Checks REF out into this folder, outside of the repository, and leaves it there with its build: the next comparison is faster. A temporary folder by default.", HelpName = "DIR" };
        var strict = new Option<bool>("--strict") { Description = "Ends with 3 where a test stayed inconclusive." };
        var json = new Option<bool>("--json") { Description = "Prints the results as JSON." };
        processes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < ProcessAgreement.Fewest or > 25)
                result.AddError($"--processes takes {ProcessAgreement.Fewest} to 25.");
        });
        var command = new ToolCommand(
            "compare",
            "Builds another commit beside the working tree and runs each perf test against its older self, by turns in the same process, so that the machine's noise meets both.",
            "compare --base main",
            "compare --base v1.4.0 tests/Shop.PerfTests --filter CartPerf",
            "compare --base main --worktree ../shop-base",
            "compare --base HEAD~1 --processes 6 --strict --json");
        command.Arguments.Add(projects);
        foreach (var option in new Option[] { baseRef, processes, filter, framework, kept, strict, json })
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal,
            TestProject.Find(terminal, parsed.GetValue(projects) ?? []),
            parsed.GetValue(baseRef)!,
            new ComparisonPlan("", parsed.GetValue(processes), parsed.GetValue(filter)),
            parsed.GetValue(framework),
            parsed.GetValue(kept) is { } folder ? terminal.Full(folder) : null,
            parsed.GetValue(strict),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, IReadOnlyList<TestProject> projects, string reference, ComparisonPlan plan, string? framework, string? kept, bool strict, bool json, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.AtAsync(projects[0].Folder, cancellationToken).ConfigureAwait(false);
        var commit = await repository.ResolveAsync(reference, cancellationToken).ConfigureAwait(false);
        plan = plan with { BaseName = commit.StartsWith(reference, StringComparison.OrdinalIgnoreCase) ? commit[..10] : $"{reference} ({commit[..10]})" };
        var worktree = await (kept is null ? TemporaryWorktree.CreateAsync(repository, commit, cancellationToken) : KeptWorktree.OpenAsync(repository, kept, commit, cancellationToken)).ConfigureAwait(false);
        await using (worktree.ConfigureAwait(false))
        {
            var results = new List<ResultsFile>();
            foreach (var project in projects)
            {
                var older = worktree.Map(project.Path);
                if (!File.Exists(older))
                {
                    terminal.Error.MarkupLineInterpolated($"[yellow]{terminal.Shown(project.Path)} is new: {plan.BaseName} does not have it, so there is nothing to compare.[/]");
                    continue;
                }

                results.Add(await CompareAsync(terminal, project, older, worktree.Map(project.Folder), plan, framework, strict, cancellationToken).ConfigureAwait(false));
            }

            if (results.Count > 0 && results.All(file => file.Tests.Count == 0))
                throw new ToolException(plan.Filter is null ? "There is no perf test to compare: nothing has [PerfFact] or [PerfTheory]." : $"No perf test's name holds '{plan.Filter}'.");
            Print(terminal, results, json);
            return (int)Code(results, strict);
        }
    }

    private static async Task<ResultsFile> CompareAsync(
        Terminal terminal, TestProject project, string older, string olderFolder, ComparisonPlan plan, string? framework, bool strict, CancellationToken cancellationToken)
    {
        var started = DateTime.UtcNow;
        var now = await terminal.WhileAsync($"Building {project.Name} …", () => ProjectBuilder.BuildAsync(project.Path, framework, terminal.Shown(project.Path), runAnalyzers: true, cancellationToken)).ConfigureAwait(false);
        var before = await terminal.WhileAsync(
            $"Building {project.Name} of {plan.BaseName} …", () => ProjectBuilder.BuildAsync(older, null, $"{project.Name} of {plan.BaseName}", runAnalyzers: false, cancellationToken)).ConfigureAwait(false);
        var compared = await terminal.CountAsync(
            $"Comparing {project.Name} with {plan.BaseName} in {plan.Processes} processes", progress => BuildsComparison.RunAsync(before, now, plan, progress, cancellationToken)).ConfigureAwait(false);
        var results = ComparisonResults.Of(
            compared, Path.GetFileNameWithoutExtension(now.Path), now.TargetFramework, plan.BaseName, ApprovedRegressions.Between(olderFolder, project.Folder), strict, started);
        AtomicFile.Write(Path.Combine(project.Folder, "TestResults", "perf-compare.json"), ResultsReader.Write(results));
        return results;
    }

    private static void Print(Terminal terminal, IReadOnlyList<ResultsFile> results, bool json)
    {
        var sections = ReportSections.Of(results);
        if (json)
        {
            terminal.Writer.Write(JsonReport.Render(sections));
            return;
        }

        TerminalReport.Write(terminal, sections);
        foreach (var (file, test) in results.SelectMany(file => file.Tests.Where(test => test.Outcome == PerfOutcome.Failed).Select(test => (file, test))))
            terminal.Writer.WriteLine("\n" + TestDetails.Describe(file, test));
    }

    private static ExitCode Code(IReadOnlyList<ResultsFile> results, bool strict)
    {
        var tests = results.SelectMany(file => file.Tests).ToList();
        return tests.Any(test => test.Outcome == PerfOutcome.Failed && test.FailsTest) ? ExitCode.Failed
            : strict && tests.Any(test => test.Outcome == PerfOutcome.Inconclusive) ? ExitCode.Inconclusive
            : ExitCode.Passed;
    }
}
