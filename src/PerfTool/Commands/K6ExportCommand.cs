using System.CommandLine;
using System.Text;
using System.Text.Json;
using PerfAssert.Loads.Scenarios;
using PerfBudgets;
using PerfTool.Cli;
using PerfTool.Files;
using PerfTool.K6;

namespace PerfTool.Commands;

/// <summary>perftool k6 export.</summary>
internal static class K6ExportCommand
{
    private const int MostRunners = 1000;

    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("SCENARIO") { Description = "The scenario: NAME.load.json" };
        var profile = new Option<string?>("--profile", "-p") { Description = "Exports one profile; without it, each" };
        var budgets = new Option<string?>("--budgets") { Description = "The budgets; without it, the nearest perf-budgets.json of the scenario's folder" };
        var output = new Option<string>("--output", "-o") { Description = "The folder that gets the files", DefaultValueFactory = _ => "." };
        var parallelism = new Option<int>("--parallelism") { Description = "How many runners share the load in Kubernetes", DefaultValueFactory = _ => 2 };
        var force = new Option<bool>("--force") { Description = "Replaces files even if perftool did not make them" };
        var json = new Option<bool>("--json") { Description = "JSON, for other tools" };
        parallelism.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostRunners)
                result.AddError($"--parallelism is from 1 to {MostRunners}.");
        });
        var command = new ToolCommand(
            "export", "Writes a k6 script for each profile of a scenario, its thresholds from the budgets, and a TestRun for the k6 operator.",
            "k6 export load/messages.load.json --output k6", "k6 export load/messages.load.json --profile stress --parallelism 4")
        {
            file, profile, budgets, output, parallelism, force, json,
        };
        command.SetAction(parsed =>
        {
            var path = terminal.Full(parsed.GetValue(file)!);
            var scenario = Read(path, terminal.Shown(path));
            var limits = Limits(terminal, scenario, path, parsed.GetValue(budgets));
            var exports = (parsed.GetValue(profile) is { } one ? [one] : scenario.Profiles.Keys).Select(of => new K6Export(scenario, of, limits)).ToArray();
            var written = new List<string>();
            foreach (var export in exports)
            {
                // All are checked before the first is written.
                if (OrThrow(() => K6Executors.MostUsers(export.Profile)) < parsed.GetValue(parallelism))
                    throw new ToolException($"--parallelism {parsed.GetValue(parallelism)}: the profile '{export.ProfileName}' has fewer users than that, and each runner needs one. Take fewer runners, or --profile with another one.");
            }

            foreach (var export in exports)
            {
                written.Add(Write(export.ScriptName, K6Script.Write(export)));
                written.Add(Write(export.ManifestName, K6Manifest.Write(export, parsed.GetValue(parallelism))));
            }

            if (parsed.GetValue(json))
                terminal.Writer.WriteLine(JsonSerializer.Serialize(new { written }));
            else
                written.ForEach(one => terminal.Writer.WriteLine("wrote " + one));
            if (limits is null)
                terminal.ErrorWriter.WriteLine("The scenario names no budget: k6 holds its latency against nothing.");
            else if (limits is { P50.Critical: null, P95.Critical: null, P99.Critical: null })
                terminal.ErrorWriter.WriteLine($"{limits.Name} has no critical limit: k6 holds its latency against nothing.");
            return (int)ExitCode.Passed;

            string Write(string file, string content) =>
                OutputFile.Write(terminal, Path.Combine(parsed.GetValue(output)!, file), Encoding.UTF8.GetBytes(content), K6Export.Mark, parsed.GetValue(force)).Replace('\\', '/');
        });
        return command;
    }

    private static LoadScenario Read(string path, string shown) =>
        OrThrow(() => File.Exists(path) ? LoadScenario.Parse(File.ReadAllBytes(path), shown) : throw new ToolException($"{shown} is not there."));

    private static OperationBudget? Limits(Terminal terminal, LoadScenario scenario, string path, string? named)
    {
        if (scenario.Budget is not { } operation)
            return null;
        var file = named is null ? BudgetFile.Find(Path.GetDirectoryName(path)!) : terminal.Full(named);
        if (file is null)
            throw new ToolException($"{scenario.Path} names the operation '{operation}', and there is no {BudgetFile.FileName} in its folder or above it. Name one with --budgets.");
        return OrThrow(() => BudgetFile.Read(file).Get(operation));
    }

    /// <summary>What is wrong with a user's file, in one line.</summary>
    private static T OrThrow<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is LoadScenarioException or BudgetException)
        {
            throw new ToolException(e.Message.ReplaceLineEndings(" "), e);
        }
    }
}
