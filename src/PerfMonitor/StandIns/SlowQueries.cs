using System.Collections.Immutable;

namespace PerfMonitor;

/// <summary>Stands in until the slow-query log is merged.</summary>
internal sealed class SlowQueries
{
    public SlowQueryReport Report { get; set; } = new([]);

    public SlowQueryReport GetReport() => Report;
}

/// <summary>Stands in.</summary>
internal sealed record SlowQueryReport(ImmutableArray<SlowQueryGroup> Groups);

/// <summary>Stands in.</summary>
internal sealed record SlowQueryGroup(string Entity, string Action, string Severity, int Count, double P50Ms, double P95Ms, double P99Ms, double SlowestMs, string Statement);
