using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PerfTool.Cli;

namespace PerfTool.Comments;

/// <summary>The pull request that is commented on.</summary>
/// <param name="Repository">OWNER/NAME.</param>
/// <param name="Number">Its number.</param>
internal sealed partial record PullRequest(string Repository, int Number)
{
    /// <summary>What the user named, or what GitHub Actions says of the run.</summary>
    /// <exception cref="ToolException">Neither tells.</exception>
    public static PullRequest Find(Terminal terminal, string? repository, int? number)
    {
        var name = repository ?? terminal.Environment("GITHUB_REPOSITORY") ?? throw new ToolException("Which repository? Name it with --repo OWNER/NAME; in GitHub Actions, GITHUB_REPOSITORY says it.");
        if (!NamePattern().IsMatch(name))
            throw new ToolException($"'{name}' is no repository's name: it has the form OWNER/NAME.");
        var pull = number ?? OfEvent(terminal) ?? OfRef(terminal.Environment("GITHUB_REF")) ?? throw new ToolException("Which pull request? Name it with --pull NUMBER; in GitHub Actions, a workflow on pull_request knows it.");
        return pull > 0 ? new PullRequest(name, pull) : throw new ToolException($"{pull} is no pull request's number.");
    }

    private static int? OfEvent(Terminal terminal)
    {
        if (terminal.Environment("GITHUB_EVENT_PATH") is not { Length: > 0 } path || !File.Exists(path))
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            return root.ValueKind != JsonValueKind.Object ? null
                : (root.TryGetProperty("pull_request", out var pull) && pull.ValueKind == JsonValueKind.Object ? NumberOf(pull) : null)
                ?? (root.TryGetProperty("issue", out var issue) && issue.ValueKind == JsonValueKind.Object && issue.TryGetProperty("pull_request", out _) ? NumberOf(issue) : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static int? NumberOf(JsonElement of) => of.TryGetProperty("number", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : null;

    private static int? OfRef(string? reference) =>
        reference is not null && RefPattern().Match(reference) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^refs/pull/([0-9]+)/", RegexOptions.CultureInvariant)]
    private static partial Regex RefPattern();
}
