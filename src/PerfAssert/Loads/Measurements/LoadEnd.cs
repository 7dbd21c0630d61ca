namespace PerfAssert.Loads;

/// <summary>Why a run ended.</summary>
public enum LoadEnd
{
    /// <summary>The profile was over.</summary>
    Completed,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,

    /// <summary>It reached <see cref="LoadProfile.MaxRequests"/>.</summary>
    RequestLimit,
}
