using PerfAssert.Statistics;

namespace PerfAssert.Verdicts;

/// <summary>What a test's budget says of its measurement.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="File">The file its limits stand in.</param>
/// <param name="PercentilesOf">What the percentiles are of.</param>
/// <param name="Percentiles">Those that have limits.</param>
/// <param name="Verdict">Pass, Info, Warning, Failed or Inconclusive.</param>
internal sealed record JudgedBudget(string Operation, string File, PercentileSource PercentilesOf, IReadOnlyList<JudgedPercentile> Percentiles, Verdict Verdict);
