using PerfAssert.Baselines;

namespace PerfAssert.Reporting;

/// <summary>
/// The pair of times that a ratio rests on: the fastest batches or the first quartiles. Beside a ratio of 1.00, a quartile that noise has
/// moved would look like a mistake.
/// </summary>
internal static class JudgedTime
{
    /// <summary>Then and now, in nanoseconds; the quartiles where there is no ratio.</summary>
    public static (double Then, double Now) Of(BaselineRecord then, BaselineRecord now, double? ratio) =>
        ratio is { } judged && Distance(then.Min, now.Min, judged) < Distance(then.P25, now.P25, judged) ? (then.Min, now.Min) : (then.P25, now.P25);

    private static double Distance(double then, double now, double ratio) => Math.Abs(now / then - ratio);
}
