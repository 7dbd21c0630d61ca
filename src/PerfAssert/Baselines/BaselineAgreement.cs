using System.Globalization;

namespace PerfAssert.Baselines;

/// <summary>
/// What several fresh processes measured of one test, and whether it is fit to be a baseline. Noise only adds time, in phases that last longer than a process: three processes seldom agree in
/// their quartiles, and nearly always in their fastest batches. So these must agree, and the least disturbed process is kept.
/// </summary>
public static class BaselineAgreement
{
    /// <summary>Fewer processes than this agree on nothing.</summary>
    public const int FewestProcesses = 3;

    /// <summary>The most by which the fastest batches of the agreeing processes may differ.</summary>
    public const double Within = 1.05;

    /// <summary>The same for load tests, which have no fastest batches: of their medians, up to where a slower one would fail.</summary>
    internal const double LoadWithin = 1.15;

    /// <summary>
    /// Judges: the three processes with the fastest batches must agree within 5 %. The record is, as a whole, that of the process among all that agree with the fastest whose first quartile is
    /// lowest.
    /// </summary>
    /// <param name="processes">One record from each process.</param>
    /// <param name="problem">Why there is none; null where there is one.</param>
    /// <returns>The record; null where they do not agree.</returns>
    public static BaselineRecord? Find(IReadOnlyList<BaselineRecord> processes, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(processes);
        var within = processes.Any(record => record.Load is not null) ? LoadWithin : Within;
        var ordered = processes.OrderBy(record => record.Min).ToList();
        problem =
            ordered.Count < FewestProcesses ? string.Create(CultureInfo.InvariantCulture, $"{ordered.Count} of {FewestProcesses} processes measured it")
            : ordered[FewestProcesses - 1].Min > ordered[0].Min * within ? string.Create(CultureInfo.InvariantCulture, $"the processes do not agree within {(within - 1) * 100:0} % ({string.Join(", ", ordered.Select(record => (record.Min / ordered[0].Min).ToString("0.00", CultureInfo.InvariantCulture)))} of the fastest): is the machine quiet?")
            : null;
        return problem is null ? ordered.TakeWhile(record => record.Min <= ordered[0].Min * within).MinBy(record => record.P25) : null;
    }
}
