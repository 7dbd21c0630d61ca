namespace PerfAssert;

/// <summary>What a measurement means, held against its baseline.</summary>
public enum PerfOutcome
{
    /// <summary>As fast and as frugal as the baseline, within 5 %; or within the test's budget, where there is no baseline yet.</summary>
    Pass,

    /// <summary>More than 5 % faster, or allocating more than 5 % less. May be noise; accept it to hold the ground gained.</summary>
    Improved,

    /// <summary>5 to 10 % slower, or over the target of its budget. May be noise.</summary>
    Info,

    /// <summary>10 to 15 % slower, or over the warning limit of its budget. May be noise.</summary>
    Warning,

    /// <summary>Slower by 15 % or more and confirmed, over the critical limit of its budget and confirmed, or allocating more than the baseline or the limit: the test fails.</summary>
    Failed,

    /// <summary>It looked slower, but the machine was not quiet enough to say so. Passes unless the test is strict.</summary>
    Inconclusive,

    /// <summary>Nothing was measured (a Debug build, a debugger, coverage): the test ran once, for its function.</summary>
    NotMeasured,

    /// <summary>Measured, and nothing to compare the time with yet: no baseline, or none of this machine.</summary>
    NoBaseline,
}
