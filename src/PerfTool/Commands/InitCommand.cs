using System.CommandLine;
using System.Reflection;
using System.Text;
using PerfAssert.Baselines;
using PerfTool.Cli;
using PerfTool.Setup;
using Spectre.Console;

namespace PerfTool.Commands;

/// <summary><c>perftool init</c>: sets a solution up; shows what it would change first.</summary>
internal static class InitCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "The solution's folder; the current one by default.", DefaultValueFactory = _ => "." };
        var apply = new Option<bool>("--apply") { Description = "Makes the changes; without it, only shows them." };
        var noWorkflows = new Option<bool>("--no-workflows") { Description = "Leaves GitHub workflows out." };
        var json = new Option<bool>("--json") { Description = "Prints the changes as JSON." };
        var command = new ToolCommand(
            "init",
            "Sets a solution up: packages, .editorconfig, budgets, models of other projects, GitHub workflows. Shows what it would change; what is there already is left as it is.",
            "init",
            "init --apply --no-workflows");
        command.Arguments.Add(folder);
        foreach (var option in new[] { apply, noWorkflows, json })
            command.Options.Add(option);
        command.SetAction(parsed => Run(terminal, terminal.Full(parsed.GetValue(folder)!), parsed.GetValue(apply), parsed.GetValue(noWorkflows), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string folder, bool apply, bool noWorkflows, bool json)
    {
        var workflows = noWorkflows ? new Dictionary<string, string>() : WorkflowTemplates.Read();
        var changes = SetupPlan.Of(SolutionFiles.Read(folder, terminal.Shown(folder), SetupPlan.RootFiles(workflows)), Version(), workflows);
        if (json)
            terminal.Writer.WriteLine(ToolJson.Write(changes.Select(change => new { path = change.Path, isNew = change.IsNew, why = change.Why, added = change.Added })));
        else
            Print(terminal, changes, apply);
        if (apply)
        {
            foreach (var change in changes)
                AtomicFile.Write(Path.Combine(folder, change.Path), Encoding.UTF8.GetBytes(change.Content), overwrite: !change.IsNew);
        }

        return (int)ExitCode.Passed;
    }

    private static void Print(Terminal terminal, IReadOnlyList<PlannedChange> changes, bool apply)
    {
        foreach (var change in changes)
        {
            terminal.Out.MarkupLineInterpolated($"[bold]{change.Path}[/] ({(change.IsNew ? "new" : "added to")}): {change.Why}");
            foreach (var line in change.Added.Trim('\n').Split('\n'))
                terminal.Out.MarkupLineInterpolated($"[green]  + {line}[/]");
        }

        terminal.Writer.WriteLine(
            changes.Count == 0 ? "Everything is there already."
            : apply ? $"{changes.Count} files changed. Next: dotnet build, and a first [PerfFact]."
            : $"{changes.Count} files would change. To do it: perftool init --apply");
    }

    /// <summary>The version of the packages that belong to this tool.</summary>
    private static string Version() => typeof(InitCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
