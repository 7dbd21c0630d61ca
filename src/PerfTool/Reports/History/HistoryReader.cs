using System.Globalization;
using PerfTool.Cli;
using PerfTool.Processes;
using PerfTool.Results;

namespace PerfTool.Reports.History;

/// <summary>Reads the revisions of baseline files from git. Where git cannot tell, there is no history, and a note says why.</summary>
internal static class HistoryReader
{
    /// <summary>Of one file, the newest: more points than a chart of this size shows.</summary>
    private const int MostRevisions = 100;

    /// <summary>Reads the history of every baseline that the results name.</summary>
    public static async Task<BaselineHistory> ReadAsync(IReadOnlyList<ResultsFile> files, CancellationToken cancellationToken)
    {
        var points = new Dictionary<string, List<HistoryPoint>>();
        var notes = new List<string>();
        var unreadable = 0;
        var paths = files.Where(file => file.Source is not null)
            .SelectMany(file => file.Tests.Select(test => test.BaselineFile).OfType<string>().Select(baseline => Path.GetFullPath(baseline, Path.GetDirectoryName(Path.GetDirectoryName(file.Source!)!)!)))
            .Distinct(StringComparer.Ordinal).Where(File.Exists).ToArray();
        try
        {
            foreach (var path in paths)
                unreadable += await ReadFileAsync(path, points, cancellationToken).ConfigureAwait(false);
            if (paths.Length > 0 && await IsShallowAsync(paths[0], cancellationToken).ConfigureAwait(false))
                notes.Add("The clone is shallow: its history is cut off (actions/checkout: fetch-depth: 0 brings all of it).");
        }
        catch (ToolException e)
        {
            notes.Add("No history: " + e.Message);
        }

        if (unreadable > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{unreadable} older {(unreadable == 1 ? "version of a baseline file" : "versions of baseline files")} could not be read, and {(unreadable == 1 ? "is" : "are")} left out."));
        return new BaselineHistory(points.ToDictionary(pair => pair.Key, IReadOnlyList<HistoryPoint> (pair) => pair.Value), notes);
    }

    /// <summary>Adds the points of a file; returns how many revisions could not be read.</summary>
    private static async Task<int> ReadFileAsync(string path, Dictionary<string, List<HistoryPoint>> points, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        var log = await GitAsync(folder, cancellationToken, "log", "--follow", "-z", "--name-only", string.Create(CultureInfo.InvariantCulture, $"--max-count={MostRevisions}"), "--format=%x01%h%x09%cI%x09%s", "--", Path.GetFileName(path)).ConfigureAwait(false);
        var unreadable = 0;
        foreach (var (commit, when, subject, name) in Commits(log ?? "").Reverse())
        {
            // From the root of the repository, whatever the folder; a file that the commit removed has no content in it.
            if (await GitAsync(folder, cancellationToken, "show", $"{commit}:{name}").ConfigureAwait(false) is not { } content)
                continue;
            if (BaselineRevision.Read(content) is not { } records)
            {
                unreadable++;
                continue;
            }

            foreach (var (test, machine, record) in records)
            {
                var key = BaselineHistory.Key(test, machine);
                var of = points.TryGetValue(key, out var known) ? known : points[key] = [];
                var point = new HistoryPoint(commit, when, subject, record.P50, record.P95, record.P99, record.Allocated);
                // Most commits change another entry of the file.
                if (of.Count == 0 || of[^1] with { Commit = commit, When = when, Subject = subject } != point)
                    of.Add(point);
            }
        }

        return unreadable;
    }

    /// <summary>A commit starts with byte 1 and is followed by the name that the file had in it.</summary>
    internal static IEnumerable<(string Commit, DateTimeOffset When, string Subject, string Name)> Commits(string log)
    {
        string[]? head = null;
        foreach (var token in log.Split('\0').Select(token => token.Trim('\n')))
        {
            if (token.StartsWith('\u0001'))
                head = token[1..].Split('\t', 3);
            else if (token.Length > 0 && head is { Length: 3 } && DateTimeOffset.TryParse(head[1], CultureInfo.InvariantCulture, DateTimeStyles.None, out var when))
                yield return (head[0], when, head[2], token);
        }
    }

    private static async Task<bool> IsShallowAsync(string path, CancellationToken cancellationToken) =>
        await GitAsync(Path.GetDirectoryName(path)!, cancellationToken, "rev-parse", "--is-shallow-repository").ConfigureAwait(false) == "true";

    /// <summary>What git prints; null where it fails, as outside of a repository.</summary>
    private static async Task<string?> GitAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var output = await ProcessRunner.RunAsync(["git", .. arguments], folder, cancellationToken).ConfigureAwait(false);
        return output.Succeeded ? output.Text : null;
    }
}
