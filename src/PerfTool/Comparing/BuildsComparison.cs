using PerfAssert.Builds;
using PerfTool.Building;
using PerfTool.Cli;

namespace PerfTool.Comparing;

/// <summary>Compares two builds of a test assembly in fresh processes, one after the other.</summary>
internal static class BuildsComparison
{
    /// <summary>Compares.</summary>
    /// <param name="before">The older build.</param>
    /// <param name="now">The newer build.</param>
    /// <param name="plan">What to compare, and how often.</param>
    /// <param name="progress">Told how many comparisons are done, of how many, and which test was the last.</param>
    /// <param name="cancellationToken">Ends it between two batches, and the process with it.</param>
    /// <exception cref="ToolException">A process could not run the tests.</exception>
    public static async Task<BuildsCompared> RunAsync(TestAssembly before, TestAssembly now, ComparisonPlan plan, Action<int, int, string> progress, CancellationToken cancellationToken)
    {
        SharedTests? shared = null;
        var seen = new Dictionary<string, List<BuildComparison>>(StringComparer.Ordinal);
        var done = 0;
        for (var process = 0; process < plan.Processes; process++)
        {
            await TestWorker.CompareAsync(
                before,
                now,
                plan.BaseName,
                plan.Filter,
                newerFirst: process % 2 == 1,
                tests => shared = tests,
                comparison =>
                {
                    if (!seen.TryGetValue(comparison.Key, out var own))
                        seen[comparison.Key] = own = [];
                    own.Add(comparison);
                    progress(++done, shared!.Keys.Count * plan.Processes, comparison.DisplayName);
                },
                cancellationToken).ConfigureAwait(false);
        }

        // A process that died without a word would leave tests out: they must not pass for it.
        if (shared is null || shared.Keys.Any(key => !seen.TryGetValue(key, out var own) || own.Count != plan.Processes))
            throw new ToolException($"A process that compared the tests of {Path.GetFileName(now.Path)} ended before it had compared all of them.");
        return new BuildsCompared([.. shared.Keys.Select(key => new ComparedTest(seen[key], ProcessAgreement.Judge(seen[key])))], TestChanges.Of(shared));
    }
}
