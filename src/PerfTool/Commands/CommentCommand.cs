using System.CommandLine;
using System.Text.Json;
using PerfTool.Cli;
using PerfTool.Comments;
using PerfTool.Reports;
using PerfTool.Results;

namespace PerfTool.Commands;

/// <summary>perftool comment.</summary>
internal static class CommentCommand
{
    /// <summary>Creates it.</summary>
    public static Command Create(Terminal terminal) => Create(terminal, TimeProvider.System);

    /// <summary>Creates it with a clock.</summary>
    internal static Command Create(Terminal terminal, TimeProvider time)
    {
        var files = new Argument<string[]>("FILES") { Description = "Results files, or folders to look in; without any, all TestResults/perf-results*.json below", Arity = ArgumentArity.ZeroOrMore };
        var repository = new Option<string?>("--repo") { Description = "OWNER/NAME; without it, GITHUB_REPOSITORY" };
        var pull = new Option<int?>("--pull") { Description = "The pull request's number; without it, GitHub's event or GITHUB_REF" };
        var id = new Option<string>("--id") { Description = "Tells the comments of several jobs apart", DefaultValueFactory = _ => "results" };
        var json = new Option<bool>("--json") { Description = "JSON, for other tools" };
        id.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= 100 } value || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') || value.Contains("--", StringComparison.Ordinal))
                result.AddError("--id is of letters, digits, points, underscores and single hyphens.");
        });
        var command = new ToolCommand(
            "comment", "Posts the report as a comment on a pull request, or updates the one it posted before. The token is GITHUB_TOKEN of the environment; where it may not write, the comment is printed.",
            "comment", "comment --repo acme/shop --pull 42", "comment --id windows tests/Shop.PerfTests")
        {
            files, repository, pull, id, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var sections = ReportSections.Of(ResultsFinder.Read(terminal, parsed.GetValue(files) ?? []));
            var to = PullRequest.Find(terminal, parsed.GetValue(repository), parsed.GetValue(pull));
            var name = parsed.GetValue(id)!;
            var body = CommentBody.Render(name, sections);
            var outcome = await terminal.WhileAsync("posting the comment", () => Commenter.PostAsync(terminal, time, to, CommentBody.Mark(name), body, cancellationToken)).ConfigureAwait(false);
            if (parsed.GetValue(json))
                terminal.Writer.WriteLine(JsonSerializer.Serialize(new { action = outcome.Action, url = outcome.Url, why = outcome.Why, body = outcome.Why is null ? null : body }));
            else if (outcome.Why is null)
                terminal.Writer.WriteLine($"comment {outcome.Action}{(outcome.Url is { } url ? $": {TestWords.Plain(url)}" : "")}");
            else
                terminal.Writer.Write(body);
            if (outcome.Why is not null)
                terminal.ErrorWriter.WriteLine($"not posted: {outcome.Why}");
            return (int)ExitCode.Passed;
        });
        return command;
    }
}
