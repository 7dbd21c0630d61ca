using System.Text.Json;
using PerfAssert.Builds;
using PerfAssert.Statistics;
using PerfTool.Building;
using PerfTool.Cli;
using PerfTool.Processes;

namespace PerfTool.Comparing;

/// <summary>
/// A fresh process with the tests' own runtime settings in which tests are listed or compared: PerfTool.Worker, which lies in a folder beside the tool.
/// </summary>
internal static class TestWorker
{
    private const string Marker = "##perftool ";

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>The tests of an assembly.</summary>
    public static async Task<IReadOnlyList<FoundTest>> ListAsync(TestAssembly tests, CancellationToken cancellationToken)
    {
        List<FoundTest> found = [];
        await RunAsync(tests, ["--now", tests.Path], (kind, message) =>
        {
            if (kind == "test")
                found.Add(message.Deserialize<FoundTest>(s_options)!);
        }, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>Compares the tests that two builds share, once, in one process.</summary>
    /// <param name="before">The older build.</param>
    /// <param name="now">The newer build.</param>
    /// <param name="beforeName">What messages call the older build.</param>
    /// <param name="filter">Compares only tests whose key holds this text; null for all.</param>
    /// <param name="newerFirst">Whether the newer build is called first.</param>
    /// <param name="onTests">Told what there is to compare, before it begins.</param>
    /// <param name="onCompared">Told each comparison as it comes.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public static Task CompareAsync(
        TestAssembly before, TestAssembly now, string beforeName, string? filter, bool newerFirst, Action<SharedTests> onTests, Action<BuildComparison> onCompared, CancellationToken cancellationToken) =>
        RunAsync(now, ["--now", now.Path, "--before", before.Path, "--name", beforeName, "--first", newerFirst ? "now" : "before", .. filter is null ? Array.Empty<string>() : ["--filter", filter]], (kind, message) =>
        {
            if (kind == "tests")
                onTests(message.Deserialize<SharedTests>(s_options)!);
            else if (kind == "comparison")
                onCompared(message.Deserialize<ComparisonMessage>(s_options)!.ToComparison());
        }, cancellationToken);

    private static async Task RunAsync(TestAssembly tests, string[] arguments, Action<string, JsonElement> onMessage, CancellationToken cancellationToken)
    {
        string? problem = null;
        var worker = Path.Combine(AppContext.BaseDirectory, "worker", "PerfTool.Worker.dll");
        var run = await ProcessRunner.RunAsync(["dotnet", "exec", "--runtimeconfig", tests.RuntimeConfig, worker, .. arguments], Path.GetDirectoryName(tests.Path)!, cancellationToken, line =>
        {
            if (!line.StartsWith(Marker, StringComparison.Ordinal))
                return;
            using var message = JsonDocument.Parse(line[Marker.Length..]);
            var kind = message.RootElement.GetProperty("kind").GetString()!;
            if (kind == "error")
                problem = message.RootElement.GetProperty("message").GetString();
            else
                onMessage(kind, message.RootElement);
        }).ConfigureAwait(false);
        if (problem is not null || !run.Succeeded)
            throw new ToolException($"The tests of {Path.GetFileName(tests.Path)} could not be run: {problem ?? run.Problem}");
    }

    private sealed record ComparisonMessage(
        string Key, string Name, string? NotMeasured, bool Settled, RatioMessage? Time, RatioMessage? Control, TimesMessage? Before, TimesMessage? Now,
        double AllocatedBefore, double AllocatedNow, bool AllocatedExactly, Dictionary<string, long[]> Facts)
    {
        public BuildComparison ToComparison() => new(Key, Name)
        {
            NotMeasured = NotMeasured,
            Settled = Settled,
            Time = Time?.ToRatio(),
            Control = Control?.ToRatio(),
            Before = Before?.ToTimes(),
            Now = Now?.ToTimes(),
            AllocatedBytes = (AllocatedBefore, AllocatedNow),
            AllocatedExactly = AllocatedExactly,
            Facts = Facts.ToDictionary(fact => fact.Key, fact => (fact.Value[0], fact.Value[1])),
        };
    }

    private sealed record RatioMessage(double Ratio, double Lower, double? Upper)
    {
        public TimeRatio ToRatio() => new(Ratio, Lower, Upper ?? double.PositiveInfinity);
    }

    private sealed record TimesMessage(double Min, double P25, double P50, double P95, double P99, bool OfCalls)
    {
        public CallTimes ToTimes() => new(Min, P25, P50, P95, P99, OfCalls ? PercentileSource.Calls : PercentileSource.BatchMeans);
    }
}
