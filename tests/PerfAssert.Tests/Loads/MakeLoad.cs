using PerfAssert.Baselines;
using PerfAssert.Loads;
using PerfAssert.Measuring;

namespace PerfAssert.Tests.Loads;

/// <summary>Runs for tests that are about what is made of them.</summary>
internal static class MakeLoad
{
    public static readonly LoadProfile Profile = LoadProfile.ConstantRate(100, TimeSpan.FromSeconds(30));

    public static readonly LoadPlan Plan = new() { Request = _ => default, Profile = Profile };

    public static LoadLatency Latency(double p50, double? p95 = null, double? p99 = null, long count = 3_000) =>
        new(count, p50 / 2, p50, p50, p95 ?? p50 * 2, p99 ?? p50 * 4, p50 * 5, p50 * 8);

    public static LoadMeasurement Run(double p50 = 1e6, double? p95 = null, double? p99 = null, long requests = 3_000) => new()
    {
        End = LoadEnd.Completed,
        Elapsed = TimeSpan.FromSeconds(30),
        Offered = requests,
        Started = requests,
        Succeeded = requests,
        Dropped = 0,
        Errors = [],
        Latency = Latency(p50, p95, p99, requests),
        ServiceTime = Latency(p50, p95, p99, requests),
        StartDelay = Latency(50_000, count: requests),
        Saturated = null,
    };

    /// <summary>A run in which requests failed, so many of each kind.</summary>
    public static LoadMeasurement Failing(params (string Kind, long Count)[] errors) => Run() with
    {
        Succeeded = 3_000 - errors.Sum(error => error.Count),
        Errors = [.. errors.Select(error => new LoadErrors(error.Kind, error.Count, "what it said"))],
    };

    public static LoadReading Reading(LoadMeasurement run, double mix = 30_000) => new(run, mix);

    public static BaselineEntry Baseline(double p50 = 1e6, string profile = "100/s for 30 s", double mix = 30_000) => Make.Entry(
        BaselineRecord.OfLoad(new LoadRecord(profile, 3_000, p50, p50 * 2, p50 * 4, 100), mix, Make.Day));

    public static MachineFingerprint Machine => Make.Machine();
}
