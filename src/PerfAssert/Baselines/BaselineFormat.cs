using System.Collections.Frozen;
using PerfAssert.Statistics;

namespace PerfAssert.Baselines;

/// <summary>The words of the file format, shared by reader and writer.</summary>
internal static class BaselineFormat
{
    // The schema stands last, so that every entry ends with a comma and two branches' additions merge line by line.
    public const string SchemaProperty = "schema";
    public const string NameProperty = "name";
    public const string MachinesProperty = "machines";

    public const string Min = "min";
    public const string P25 = "p25";
    public const string P50 = "p50";
    public const string P95 = "p95";
    public const string P99 = "p99";
    public const string PercentilesOf = "percentilesOf";
    public const string Mix = "mix";
    public const string CpuLoad = "cpuLoad";
    public const string Allocated = "allocated";
    public const string AllocatedBy = "allocatedBy";
    public const string Facts = "facts";
    public const string Load = "load";
    public const string Profile = "profile";
    public const string Requests = "requests";
    public const string Throughput = "throughput";
    public const string Recorded = "recorded";
    public const string Reason = "reason";
    public const string Commit = "commit";

    public const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static FrozenSet<string> RecordProperties { get; } = new[]
    {
        Min, P25, P50, P95, P99, PercentilesOf, Mix, CpuLoad, Allocated, AllocatedBy, Facts, Recorded, Reason, Commit,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of a load test's record.</summary>
    public static FrozenSet<string> LoadRecordProperties { get; } = new[] { Load, Mix, Recorded, Reason, Commit }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Of what stands under <see cref="Load"/>.</summary>
    public static FrozenSet<string> LoadProperties { get; } = new[] { Profile, Requests, P50, P95, P99, Throughput }.ToFrozenSet(StringComparer.Ordinal);

    public static FrozenDictionary<string, PercentileSource> PercentileSources { get; } = new Dictionary<string, PercentileSource>
    {
        ["calls"] = PercentileSource.Calls,
        ["batch means"] = PercentileSource.BatchMeans,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, bool> AllocationCounters { get; } = new Dictionary<string, bool>
    {
        ["thread"] = true,
        ["process"] = false,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The word for a value: the inverse of the two tables above.</summary>
    public static string Word<T>(IReadOnlyDictionary<string, T> words, T value) =>
        words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;
}
