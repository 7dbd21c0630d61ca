namespace PerfTool.Reports.History;

/// <summary>A baseline as one commit had it.</summary>
/// <param name="Commit">The commit's short hash; empty for the run itself.</param>
/// <param name="When">When it was committed.</param>
/// <param name="Subject">The first line of its message.</param>
/// <param name="P50">Median, in nanoseconds.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Allocated">Bytes a call.</param>
internal sealed record HistoryPoint(string Commit, DateTimeOffset When, string Subject, double P50, double? P95, double? P99, double? Allocated);
