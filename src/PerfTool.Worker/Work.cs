using System.Reflection;
using PerfAssert;
using PerfAssert.Builds;

namespace PerfTool.Worker;

/// <summary>Finds the tests, and compares those that both builds have.</summary>
internal static class Work
{
    private static readonly string[] s_hosts = ["PerfAssert.Xunit.v3", "PerfAssert.Xunit"];

    /// <summary>Does what was asked.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WorkerArguments arguments, Channel channel)
    {
        var host = CreateHost(Path.GetDirectoryName(arguments.Now)!);
        var now = TestBuild.Load(arguments.Now, "now", host);
        if (arguments.Before is null)
        {
            foreach (var test in host.Find(now.Assembly))
                channel.Send(new { kind = "test", key = test.Key, name = test.DisplayName, problem = test.Problem });
            return 0;
        }

        var comparer = new BuildComparer(
            host, TestBuild.Load(arguments.Before, arguments.BeforeName, host), now, TestBuild.Load(arguments.Before, arguments.BeforeName + ", again", host)) { NewerFirst = arguments.NewerFirst };
        string[] keys = [.. comparer.Keys.Where(key => arguments.Filter is null || key.Contains(arguments.Filter, StringComparison.OrdinalIgnoreCase))];
        channel.Send(new { kind = "tests", keys, added = comparer.Added, removed = comparer.Removed });
        foreach (var key in keys)
            channel.Send(Message(await CompareAsync(comparer, key)));
        return 0;
    }

    /// <summary>A test that throws is a broken test, and for dotnet test to tell: it must not keep the others from being compared.</summary>
    private static async Task<BuildComparison> CompareAsync(BuildComparer comparer, string key)
    {
        try
        {
            return await comparer.CompareAsync(key);
        }
#pragma warning disable CA1031 // Code of a test may throw anything.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new BuildComparison(key, key) { NotMeasured = $"it threw {e.GetType().Name}: {e.Message.Split('\n')[0].Trim()}" };
        }
    }

    private static object Message(BuildComparison comparison) => new
    {
        kind = "comparison",
        key = comparison.Key,
        name = comparison.DisplayName,
        notMeasured = comparison.NotMeasured,
        settled = comparison.Settled,
        time = Ratio(comparison.Time),
        control = Ratio(comparison.Control),
        before = Times(comparison.Before),
        now = Times(comparison.Now),
        allocatedBefore = comparison.AllocatedBytes.Before,
        allocatedNow = comparison.AllocatedBytes.Now,
        allocatedExactly = comparison.AllocatedExactly,
        facts = comparison.Facts.ToDictionary(fact => fact.Key, fact => new[] { fact.Value.Before, fact.Value.Now }),
    };

    private static object? Ratio(TimeRatio? ratio) => ratio is { } value
        ? new { ratio = value.Ratio, lower = value.Lower, upper = double.IsPositiveInfinity(value.Upper) ? null : (double?)value.Upper }
        : null;

    private static object? Times(CallTimes? times) => times is null
        ? null
        : new { min = times.Min, p25 = times.P25, p50 = times.P50, p95 = times.P95, p99 = times.P99, ofCalls = times.PercentilesOf == PerfAssert.Statistics.PercentileSource.Calls };

    private static ITestHost CreateHost(string folder)
    {
        var name = s_hosts.FirstOrDefault(name => File.Exists(Path.Combine(folder, name + ".dll")))
            ?? throw new PerfTestException($"No PerfAssert.Xunit beside the tests in {folder}: is the package referenced?");
        var type = Assembly.Load(new AssemblyName(name)).GetType("PerfAssert.Xunit.Sdk.XunitTestHost")
            ?? throw new PerfTestException($"{name} beside the tests is of a version that cannot compare builds. Update it to the version of perftool.");
        return (ITestHost)Activator.CreateInstance(type)!;
    }
}
