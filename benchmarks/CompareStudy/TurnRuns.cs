using System.Diagnostics;
using PerfAssert.Builds;
using PerfAssert.Comparing;
using PerfAssert.Measuring;
using PerfAssert.Xunit.Sdk;
using PerfTooling.Benchmarks;

namespace PerfTooling.CompareStudy;

/// <summary>Compares two builds of the same sources in fresh processes, with and without taking turns from the first call on: how far do they lie apart?</summary>
internal static class TurnRuns
{
    public const string Session = "turns-session";
    public const string WithTurns = "turns";
    public const string WithoutTurns = "alone";
    public const string Swapped = "swapped";
    public const string SwappedWithTurns = "swapped+turns";

    public static IReadOnlyList<string> Kinds { get; } = [WithoutTurns, Swapped, WithTurns, SwappedWithTurns];

    public static IReadOnlyList<string> Tests { get; } = [StudyRepository.Pricing, StudyRepository.Orders];

    /// <summary>What a kind of runs is called.</summary>
    public static string KindOf(string turns, string test) => $"{turns}-{test}";

    public static async Task RunAsync(ResultFolder results, int count)
    {
        using var repository = await StudyRepository.CreateAsync();
        // Builds both, and is not looked at.
        await repository.CompareAsync("equal");
        for (var run = 0; run < count; run++)
        {
            foreach (var (turns, test) in from test in Tests from turns in Kinds select (turns, test))
            {
                var path = results.PathOf(KindOf(turns, test), run);
                if (File.Exists(path))
                    continue;
                Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {test}, {turns}: {run + 1} of {count}");
                using var process = Process.Start(Environment.ProcessPath!, [Session, turns, test, repository.Before, repository.Now, path]);
                await process.WaitForExitAsync();
                if (process.ExitCode != 0)
                    throw new InvalidOperationException($"A session ended with exit code {process.ExitCode}.");
            }
        }
    }

    /// <summary>One comparison, as the tool's worker makes it.</summary>
    public static async Task<TurnResult> CompareAsync(string turns, string test, string beforePath, string nowPath)
    {
        var host = new XunitTestHost();
        var (before, now) = (TestBuild.Load(beforePath, "before", host), TestBuild.Load(nowPath, "now", host));
        var comparer = new BuildComparer(Find(before), Find(now), [], new SystemInstruments(), new MeasurementPlan { MaxWarmUp = TimeSpan.FromSeconds(10) }, _ => null)
        {
            Comparing = new ComparisonPlan { TakesTurnsFirst = turns is WithTurns or SwappedWithTurns },
            NewerFirst = turns is Swapped or SwappedWithTurns,
        };
        var comparison = await comparer.CompareAsync(comparer.Keys.Single());
        return comparison.Time is { } time ? new TurnResult(time.Ratio, comparison.Settled) : throw new InvalidOperationException(comparison.NotMeasured);

        HostedTest[] Find(TestBuild build) => [.. host.Find(build.Assembly).Where(found => found.Key.StartsWith(test, StringComparison.Ordinal))];
    }
}
