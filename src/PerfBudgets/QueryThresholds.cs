namespace PerfBudgets;

/// <summary>From when on a database query is slow, for the slow-query log.</summary>
/// <param name="Target">What is aimed at; null where the file doesn't say.</param>
/// <param name="Warning">Over it a query is logged as slow.</param>
/// <param name="Critical">Over it a query is logged as critically slow.</param>
public sealed record QueryThresholds(Duration? Target, Duration Warning, Duration Critical)
{
    /// <summary>What holds where the file says nothing: 500 ms and 2 s.</summary>
    public static QueryThresholds Default { get; } = new(null, Duration.Parse("500 ms"), Duration.Parse("2 s"));
}
