using System.CommandLine;
using PerfAssert;
using PerfTool.Cli;
using PerfTool.Files;
using PerfTool.Imports;
using PerfTool.Reports;
using PerfTool.Results;

namespace PerfTool.Commands;

/// <summary>perftool import.</summary>
internal static class ImportCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal)
    {
        var tool = new Argument<string>("TOOL") { Description = "k6 (a summary of any of its three kinds) or benchmarkdotnet (its full JSON report)" };
        tool.AcceptOnlyFromAmong(K6Summary.Tool, BenchmarkDotNetReport.Tool);
        var file = new Argument<string>("FILE") { Description = "The file to import" };
        var output = new Option<string?>("--output", "-o") { Description = "Where the results go; without it, TestResults/perf-results.TOOL.json" };
        var baseline = new Option<string?>("--baseline") { Description = "Compares with the figures of this file" };
        var save = new Option<string?>("--save-baseline") { Description = "Keeps the figures in this file, for a later --baseline" };
        var budget = new Option<string[]>("--budget") { Description = "Holds a metric against an operation of perf-budgets.json: OPERATION=METRIC. An operation that is called like a metric needs no word", DefaultValueFactory = _ => [] };
        var environment = new Option<string?>("--environment") { Description = "Where it was measured, such as staging: a baseline of another environment fails nothing" };
        var force = new Option<bool>("--force") { Description = "Replaces files even if perftool did not make them, and the baseline" };
        var json = new Option<bool>("--json") { Description = "JSON, for other tools" };
        var command = new ToolCommand(
            "import", "Imports what k6 or BenchmarkDotNet measured, holds it against a baseline and budgets, and leaves results for perftool report and gate.",
            "import k6 summary.json --budget conversations.list=http_req_duration",
            "import k6 summary.json --environment staging --save-baseline k6.baseline.json",
            "import benchmarkdotnet BenchmarkDotNet.Artifacts/results/Shop-report-full.json --baseline bench.baseline.json")
        {
            tool, file, output, baseline, save, budget, environment, force, json,
        };
        command.SetAction(parsed =>
        {
            var path = terminal.Full(parsed.GetValue(file)!);
            var (name, shown) = (parsed.GetValue(tool)!, terminal.Shown(path));
            var imported = ImportReader.Read(name, path, shown);
            var results = ImportRun.Judge(
                imported, Path.GetFileName(path), imported.Measured ?? File.GetLastWriteTimeUtc(path), Load(terminal, parsed.GetValue(baseline), name), ImportBudgets.Of(terminal, imported, parsed.GetValue(budget) ?? []), parsed.GetValue(environment));
            var written = OutputFile.Write(terminal, parsed.GetValue(output) ?? $"TestResults/perf-results.{name}.json", ResultsReader.Write(results), $"\"targetFramework\": \"{name}\"", parsed.GetValue(force));
            if (parsed.GetValue(json))
                terminal.Writer.Write(System.Text.Encoding.UTF8.GetString(ResultsReader.Write(results)));
            else
                TerminalReport.Write(terminal, ReportSections.Of([results]));
            foreach (var note in imported.Notes)
                terminal.ErrorWriter.WriteLine(note);
            terminal.ErrorWriter.WriteLine("wrote " + written);
            if (parsed.GetValue(save) is { } keep)
                terminal.ErrorWriter.WriteLine("wrote " + Save(terminal, imported, parsed.GetValue(environment), keep, parsed.GetValue(force)));
            return (int)ExitCode.Passed;
        });
        return command;
    }

    private static BenchmarkBaseline? Load(Terminal terminal, string? path, string tool)
    {
        if (path is null)
            return null;
        if (!File.Exists(terminal.Full(path)))
            throw new ToolException($"{path} is not there. Record it first: perftool import {tool} FILE --save-baseline {path}.");
        try
        {
            return PerfBenchmark.LoadBaseline(terminal.Full(path));
        }
        catch (BaselineException e)
        {
            throw new ToolException(e.Message.ReplaceLineEndings(" "), e);
        }
    }

    private static string Save(Terminal terminal, Imported imported, string? environment, string path, bool force)
    {
        var run = ImportRun.Record(imported, environment) ?? throw new ToolException($"{path} was not written: the file has no times with ten samples or more, and a baseline needs them.");
        if (!force && File.Exists(terminal.Full(path)))
            throw new ToolException($"{path} is there already, and was left as it is: pass --force to replace the baseline.");
        run.SaveBaseline(terminal.Full(path), overwrite: force);
        return path;
    }
}
