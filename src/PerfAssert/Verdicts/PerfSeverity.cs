namespace PerfAssert;

/// <summary>How bad a failure is.</summary>
public enum PerfSeverity
{
    /// <summary>No failure.</summary>
    None,

    /// <summary>Up to 25 % worse than the baseline.</summary>
    High,

    /// <summary>More than 25 % worse than the baseline, or over an absolute limit.</summary>
    Critical,
}
