using System.CommandLine;
using PerfTool.Cli;
using PerfTool.Indexes;
using PerfTool.Indexes.Merging;
using PerfTool.Indexes.Sarif;

namespace PerfTool.Commands;

/// <summary>Where a command takes its advice from: a build of its own, or the logs of one that was.</summary>
internal sealed class AdviceOptions
{
    private readonly Argument<string?> _project = new("SOLUTION|PROJECT") { Arity = ArgumentArity.ZeroOrOne, Description = "What to build (default: the solution or project in this folder)" };

    private readonly Option<string[]> _sarif = new("--sarif") { HelpName = "FILE", AllowMultipleArgumentsPerToken = true, Description = "Read these logs (SARIF 2.1) of a build instead" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_project);
        command.Options.Add(_sarif);
    }

    /// <summary>The indexes that the queries of all projects want.</summary>
    /// <exception cref="ToolException">There is nothing to read, or it cannot be read, or PerfAnalyzers had no part in it.</exception>
    public async Task<IReadOnlyList<MissingIndex>> ReadAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var files = parsed.GetValue(_sarif) ?? [];
        var given = parsed.GetValue(_project);
        if (files.Length > 0 && given is not null)
            throw new ToolException($"{given} would be built and --sarif be read: give one of the two.");
        var logs = files.Length > 0
            ? [.. files.Select(file => SarifReader.Read(terminal.Full(file), file, terminal.Shown))]
            : await BuildAsync(given, terminal, cancellationToken).ConfigureAwait(false);
        return logs.Any(log => log.KnowsRules)
            ? AdviceMerger.Merge(logs.SelectMany(log => log.Findings))
            : throw new ToolException("PerfAnalyzers had no part in the build, so nothing is known. Add it to the projects with queries: dotnet add package PerfAnalyzers");
    }

    private static Task<IReadOnlyList<SarifLog>> BuildAsync(string? given, Terminal terminal, CancellationToken cancellationToken)
    {
        var project = ProjectFile(given, terminal);
        return terminal.WhileAsync($"Building {terminal.Shown(project)} to read its index warnings", () => LoggedBuild.RunAsync(project, terminal, cancellationToken));
    }

    private static string ProjectFile(string? given, Terminal terminal)
    {
        var path = terminal.Full(given ?? ".");
        if (File.Exists(path))
            return path;
        if (!Directory.Exists(path))
            throw new ToolException($"{given} is not there. Name a solution or project, or a folder with one.");
        string[] found = [.. Directory.GetFiles(path, "*.sln"), .. Directory.GetFiles(path, "*.slnx")];
        if (found.Length == 0)
            found = Directory.GetFiles(path, "*.csproj");
        return found switch
        {
            [var only] => only,
            [] => throw new ToolException($"{path} has neither a solution nor a project. Name one: perftool indexes advise path/to/My.sln"),
            _ => throw new ToolException($"{path} has several: {string.Join(", ", found.Select(Path.GetFileName).Order(StringComparer.Ordinal))}. Name one."),
        };
    }
}
