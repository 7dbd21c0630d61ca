using PerfAssert.Baselines;

namespace PerfTool.Baselines;

/// <summary>Makes received figures the baseline, with the reason why.</summary>
internal static class ReceivedFiles
{
    /// <summary>What accepting a received file comes to: the new baseline, and what differs.</summary>
    /// <param name="committed">The baseline.</param>
    /// <param name="received">What a test run left beside it.</param>
    /// <param name="reason">Why the difference is wanted.</param>
    /// <param name="commit">The commit that is checked out; null where there is none.</param>
    public static (BaselineFile File, IReadOnlyList<AcceptedChange> Changes) Accept(BaselineFile committed, BaselineFile received, string reason, string? commit)
    {
        BaselineChange[] changes = [.. received.PendingOver(committed).Select(change => change with { Record = change.Record with { Reason = reason, Commit = commit } })];
        return (committed.With(changes), [.. changes.Select(change => new AcceptedChange(change.Name, committed.Find(change.Key, change.Machine), change.Record))]);
    }
}
