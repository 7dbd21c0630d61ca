namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>Who may see the slow queries.</summary>
internal enum Access
{
    /// <summary>Nobody: not in development, and no policy is named.</summary>
    Closed,

    /// <summary>Whom the policy lets in.</summary>
    Guarded,

    /// <summary>Everybody: in development, and no policy is named.</summary>
    Open,
}
