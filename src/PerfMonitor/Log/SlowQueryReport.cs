using System.Collections.Immutable;
using PerfBudgets;

namespace PerfMonitor;

/// <summary>The slow-query log at one moment.</summary>
/// <param name="Since">Since when commands were watched.</param>
/// <param name="Thresholds">From when on a command is slow, at that moment.</param>
/// <param name="Commands">Commands that were watched, the fast ones too.</param>
/// <param name="Logged">Entries that were made since then.</param>
/// <param name="Dropped">Entries of them that made room for newer ones.</param>
/// <param name="Failures">How often watching itself failed; 0 unless PerfMonitor has a defect.</param>
/// <param name="Entries">The entries that are there, newest first.</param>
/// <param name="Groups">Statistics of all entries that were made, by kind, fingerprint and call site, the slowest first by p95.</param>
public sealed record SlowQueryReport(
    DateTimeOffset Since, QueryThresholds Thresholds, long Commands, long Logged, long Dropped, long Failures,
    ImmutableArray<SlowQueryEntry> Entries, ImmutableArray<SlowQueryGroup> Groups)
{
    /// <summary>The groups by entity and action, the most frequent first.</summary>
    public ImmutableArray<SlowQueryTotal> Totals =>
    [
        .. Groups.GroupBy(group => (group.Entity, group.Action)).Select(groups =>
            new SlowQueryTotal(groups.Key.Entity, groups.Key.Action, groups.Sum(group => group.Count), groups.MaxBy(group => group.Slowest.Duration)!.Slowest))
            .OrderByDescending(total => total.Count).ThenBy(total => total.Entity, StringComparer.Ordinal).ThenBy(total => total.Action),
    ];

    /// <summary>Two aligned tables, the totals and the groups, with a final newline.</summary>
    /// <returns>The text.</returns>
    public string ToText() => Log.ReportText.Write(this);
}
