using System.Globalization;
using PerfAssert.Verdicts;

namespace PerfAssert.Builds;

/// <summary>
/// What the comparisons of several fresh processes come to. Where objects happen to lie in memory differs from process to process, and with it the ratio: a failure is what
/// all of them see.
/// </summary>
public static class ProcessAgreement
{
    /// <summary>Fewer processes than this agree on nothing.</summary>
    public const int Fewest = 3;

    /// <summary>
    /// Judges: the median of the ratios by the percentages of every verdict (5, 10, 15, 25 %). A failure needs every process to be at least at the threshold of a warning, and to be
    /// sure that something got slower at all; what only some of them see is inconclusive.
    /// </summary>
    /// <param name="processes">One comparison of the same test from each process.</param>
    /// <returns>The outcome, how bad a failure is, the median ratio (null where nothing was compared), and why, in one line.</returns>
    /// <exception cref="ArgumentException">There is no process.</exception>
    public static (PerfOutcome Outcome, PerfSeverity Severity, double? Ratio, string Reason) Judge(IReadOnlyList<BuildComparison> processes)
    {
        ArgumentNullException.ThrowIfNull(processes);
        if (processes.Count == 0)
            throw new ArgumentException("A verdict needs a comparison.", nameof(processes));
        if (processes.FirstOrDefault(process => process.NotMeasured is not null) is { NotMeasured: { } reason })
            return (PerfOutcome.NotMeasured, PerfSeverity.None, null, reason);

        var ratios = processes.Select(process => process.Time!.Value).OrderBy(ratio => ratio.Ratio).ToArray();
        var median = (ratios[(ratios.Length - 1) / 2].Ratio + ratios[ratios.Length / 2].Ratio) / 2;
        var seen = string.Create(CultureInfo.InvariantCulture, $"{median:0.00}× of before ({string.Join(", ", ratios.Select(ratio => ratio.Ratio.ToString("0.00", CultureInfo.InvariantCulture)))})");
        if (processes.Count < Fewest)
            return (PerfOutcome.Inconclusive, PerfSeverity.None, median, string.Create(CultureInfo.InvariantCulture, $"{seen}, but {processes.Count} of {Fewest} processes is too few to say"));

        var (outcome, severity) = VerdictRules.Grade(median);
        if (outcome == PerfOutcome.Failed && ratios.Any(ratio => ratio.Ratio < VerdictRules.WarningFrom || ratio.Lower <= 1))
            return (PerfOutcome.Inconclusive, PerfSeverity.None, median, $"{seen}, but not every process agrees");
        if (outcome == PerfOutcome.Improved && ratios.Any(ratio => ratio.Upper >= 1))
            return (PerfOutcome.Pass, PerfSeverity.None, median, seen);
        return (outcome, severity, median, seen);
    }
}
