namespace PerfMonitor;

/// <summary>All that was logged of an entity and an action.</summary>
/// <param name="Entity">The entity or table; null for what could not be told apart.</param>
/// <param name="Action">What the commands do.</param>
/// <param name="Count">How many entries were made.</param>
/// <param name="Slowest">The slowest of them.</param>
public sealed record SlowQueryTotal(string? Entity, QueryAction Action, long Count, SlowQueryEntry Slowest);
