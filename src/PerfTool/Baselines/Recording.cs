using PerfAssert.Baselines;
using PerfAssert.Facts;
using PerfAssert.Statistics;
using PerfTool.Results;

namespace PerfTool.Baselines;

/// <summary>What several fresh processes measured of one test, as a baseline.</summary>
/// <param name="Record">The figures; null where the processes do not agree.</param>
/// <param name="Problem">Why not; null where they agree.</param>
internal sealed record Recording(BaselineRecord? Record, string? Problem)
{
    /// <summary>Has them judged.</summary>
    /// <param name="results">The test's results, one a process.</param>
    /// <param name="recorded">When, UTC.</param>
    /// <param name="reason">Why; null where nobody asked.</param>
    /// <param name="commit">The commit that is checked out; null where there is none.</param>
    public static Recording Of(IReadOnlyList<TestResult> results, DateTime recorded, string? reason, string? commit)
    {
        if (results.FirstOrDefault(result => result.Now is null) is { } unmeasured)
            return new Recording(null, unmeasured.Reason);
        var record = BaselineAgreement.Find([.. results.Select(result => ToRecord(result.Now!, recorded))], out var problem);
        return new Recording(record is null ? null : record with { Reason = reason, Commit = commit }, problem);
    }

    private static BaselineRecord ToRecord(Figures figures, DateTime recorded) => figures is { Profile: { } profile, Throughput: { } throughput }
        ? BaselineRecord.OfLoad(new LoadRecord(profile, figures.Samples!.Value, figures.P50!.Value, figures.P95!.Value, figures.P99!.Value, throughput), figures.Mix!.Value, recorded)
        : OfCalls(figures, recorded);

    private static BaselineRecord OfCalls(Figures figures, DateTime recorded) => new()
    {
        Min = figures.Min!.Value,
        P25 = figures.P25!.Value,
        P50 = figures.P50!.Value,
        P95 = figures.P95!.Value,
        P99 = figures.P99!.Value,
        PercentilesOf = figures.PercentilesOf == "calls" ? PercentileSource.Calls : PercentileSource.BatchMeans,
        Mix = figures.Mix!.Value,
        CpuLoad = figures.CpuLoad!.Value,
        Allocated = figures.Allocated!.Value,
        AllocatedExactly = figures.AllocatedBy == "thread",
        Facts = (figures.Facts ?? new Dictionary<string, long>()).Aggregate(FactCounts.None, (facts, fact) => facts.With(fact.Key, fact.Value)),
        Recorded = new DateTime(recorded.Ticks - (recorded.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc),
    };
}
