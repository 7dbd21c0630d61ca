using System.Globalization;
using PerfAssert.Loads;

namespace PerfAssert.Reporting;

/// <summary>A run's progress as a line now and then: whoever waits for half a minute wants to know for what.</summary>
internal sealed class LoadProgressLines(string test, LoadModel model, Action<string> tell) : IProgress<LoadProgress>
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(5);

    private TimeSpan _next = TimeSpan.MinValue;

    public void Report(LoadProgress value)
    {
        if (value.Elapsed < _next)
            return;
        _next = value.Elapsed + s_every;
        tell(Line(value));
    }

    internal string Line(LoadProgress progress) => string.Create(
        CultureInfo.InvariantCulture,
        $"{test}: {(progress.Elapsed < TimeSpan.Zero ? $"warming up, {-progress.Elapsed.TotalSeconds:0} s to go" : $"{progress.Elapsed.TotalSeconds:0} of {progress.Duration.TotalSeconds:0} s")}, {StagesText.Target(model, Math.Round(progress.Target, 1))}, {progress.InFlight:#,0} in flight, {progress.Succeeded:#,0} answered, {progress.Failed:#,0} failed, {progress.Dropped:#,0} dropped{(progress.Latency.Count > 0 ? $", p50 {Format.Time(progress.Latency.P50)}, p99 {Format.Time(progress.Latency.P99)}" : "")}");
}
