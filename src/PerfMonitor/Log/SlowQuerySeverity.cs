namespace PerfMonitor;

/// <summary>How bad it is.</summary>
public enum SlowQuerySeverity
{
    /// <summary>Over the warning limit, failed or cancelled.</summary>
    Warning,

    /// <summary>Over the critical limit, or timed out.</summary>
    Critical,
}
