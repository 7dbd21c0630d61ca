namespace PerfMonitor.Metrics;

/// <summary>How an operation ended.</summary>
internal enum OperationOutcome
{
    Success,
    Failure,

    /// <summary>The caller went away: no failure of ours, but no duration to judge either.</summary>
    Aborted,
}
