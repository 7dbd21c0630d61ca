namespace PerfMonitor;

/// <summary>Why a command is in the slow-query log. Execution and open reader are never one for the other.</summary>
public enum SlowQueryKind
{
    /// <summary>The database took long to execute it, up to its first row.</summary>
    SlowExecution,

    /// <summary>Its reader stayed open for long, the caller's work between the rows included.</summary>
    ReaderOpen,

    /// <summary>The database took long to give the rows, the caller's work left out; measured only where UsePerfMonitor was told to.</summary>
    SlowReading,

    /// <summary>It failed.</summary>
    Error,

    /// <summary>It took longer than its command timeout, or the server's.</summary>
    Timeout,

    /// <summary>The caller gave up waiting.</summary>
    Cancelled,
}
