namespace PerfTooling.PlanOracle.Tests;

/// <summary>What the analyzer must reach on the queries of the tests.</summary>
internal static class Thresholds
{
    /// <summary>Of what is reported, how much the planner really does.</summary>
    public const double Precision = 0.99;

    /// <summary>Of the scans a planner does, how many are reported.</summary>
    public const double ScanRecall = 0.95;

    /// <summary>Of the sorts a planner does, how many are reported.</summary>
    public const double SortRecall = 0.90;

    /// <summary>How often each answer must occur, so that the shares mean something.</summary>
    public const int Least = 15;
}
