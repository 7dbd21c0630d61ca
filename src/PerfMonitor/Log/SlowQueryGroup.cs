namespace PerfMonitor;

/// <summary>Commands of the log that have something in common, since the start; also those that the log no longer holds.</summary>
/// <param name="Entity">The entity or table; null where none was found, or where it is the group of what found no room.</param>
/// <param name="Action">What they do.</param>
/// <param name="Kind">Why they were logged: the durations are of this kind.</param>
/// <param name="CallSite">Where they stand in the source; null where they are not tagged.</param>
/// <param name="Count">How many.</param>
/// <param name="P50">Half of them took at most this; percentiles are up to 12.5 % too high.</param>
/// <param name="P95">95 of 100 of them took at most this.</param>
/// <param name="P99">99 of 100 of them took at most this.</param>
/// <param name="Slowest">The slowest.</param>
/// <param name="Fingerprint">Their SQL with values, parameters and lists collapsed.</param>
public sealed record SlowQueryGroup(
    string? Entity, QueryAction Action, SlowQueryKind Kind, string? CallSite, long Count, TimeSpan P50, TimeSpan P95, TimeSpan P99, SlowQueryEntry Slowest, string Fingerprint);
