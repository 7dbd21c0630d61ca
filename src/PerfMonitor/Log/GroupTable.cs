using System.Collections.Immutable;

namespace PerfMonitor.Log;

/// <summary>Statistics by kind, fingerprint and call site. What comes after <see cref="Most"/> groups is counted in one group more. Not thread-safe.</summary>
internal sealed class GroupTable
{
    /// <summary>Groups that are told apart. With 1 KB of counts and at most 8 KB of SQL each: under 1 MB.</summary>
    public const int Most = 100;

    private static readonly Key Others = new(SlowQueryKind.SlowExecution, StatementsBeyond, null);
    private readonly Dictionary<Key, Group> _groups = [];

    private const string StatementsBeyond = "(other statements)";

    public void Add(SlowQueryEntry entry, string fingerprint)
    {
        var key = new Key(entry.Kind, fingerprint, entry.CallSite);
        if (!_groups.TryGetValue(key, out var group))
        {
            key = _groups.Count < Most ? key : Others with { Kind = entry.Kind };
            if (!_groups.TryGetValue(key, out group))
                _groups[key] = group = new Group(entry);
        }

        group.Durations.Add(entry.Duration);
        if (entry.Duration > group.Slowest.Duration)
            group.Slowest = entry;
    }

    /// <summary>The groups, the slowest first, by p95.</summary>
    public ImmutableArray<SlowQueryGroup> ToReport() =>
    [
        .. _groups.Select(pair => Report(pair.Key, pair.Value)).OrderByDescending(group => group.P95).ThenBy(group => group.Fingerprint, StringComparer.Ordinal),
    ];

    private static SlowQueryGroup Report(Key key, Group group)
    {
        var isOthers = key.Fingerprint == StatementsBeyond;
        return new SlowQueryGroup(
            isOthers ? null : group.Slowest.Entity, isOthers ? QueryAction.Other : group.Slowest.Action, key.Kind, key.CallSite, group.Durations.Count,
            group.Durations.Quantile(0.5), group.Durations.Quantile(0.95), group.Durations.Quantile(0.99), group.Slowest, key.Fingerprint);
    }

    private readonly record struct Key(SlowQueryKind Kind, string Fingerprint, string? CallSite);

    private sealed class Group(SlowQueryEntry first)
    {
        public DurationHistogram Durations { get; } = new();

        public SlowQueryEntry Slowest { get; set; } = first;
    }
}
