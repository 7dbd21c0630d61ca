using System.CommandLine;
using PerfTool.Cli;
using PerfTool.Gate;
using PerfTool.Results;

namespace PerfTool.Commands;

/// <summary>perftool gate.</summary>
internal static class GateCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILES") { Description = "Results files, or folders to look in; without any, all TestResults/perf-results*.json below", Arity = ArgumentArity.ZeroOrMore };
        var policy = new Option<string?>("--policy") { Description = "What closes the gate; without it the nearest perf-gate.json, or what failed its test" };
        var strict = new Option<bool>("--strict") { Description = "Ends with 3 where a test has no answer: inconclusive, or not measured" };
        var json = new Option<bool>("--json") { Description = "JSON, for other tools" };
        var schema = new Option<bool>("--print-schema") { Description = "Prints the JSON schema of perf-gate.json, and does nothing else" };
        var command = new ToolCommand(
            "gate", "Says by its exit code whether a change may merge: critical and high fail, warnings and infos are told.",
            "gate", "gate --strict tests/Shop.PerfTests", "gate --policy perf-gate.json --json", "gate --print-schema > perf-gate.schema.json")
        {
            files, policy, strict, json, schema,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(schema))
            {
                terminal.Writer.Write(GatePolicyReader.SchemaText);
                return (int)ExitCode.Passed;
            }

            var gate = GateResult.Of(ResultsFinder.Read(terminal, parsed.GetValue(files) ?? []), GatePolicyReader.Read(terminal, parsed.GetValue(policy)), parsed.GetValue(strict));
            terminal.Writer.Write(parsed.GetValue(json) ? GateText.ToJson(gate) : GateText.Render(gate));
            return (int)gate.ExitCode;
        });
        return command;
    }
}
