namespace PerfTooling.PlanOracle.Comparison;

/// <summary>How the analyzer's word on one question compares with the planner's.</summary>
internal enum Verdict
{
    /// <summary>The question doesn't arise for this query.</summary>
    None,

    /// <summary>Reported, and the planner does it.</summary>
    TruePositive,

    /// <summary>Reported, but the planner doesn't do it.</summary>
    FalsePositive,

    /// <summary>The planner does it, and nothing was reported.</summary>
    FalseNegative,

    /// <summary>Neither.</summary>
    TrueNegative,
}
