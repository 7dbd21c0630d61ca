using System.Globalization;
using PerfAssert.Baselines;
using PerfAssert.Measuring;

namespace PerfAssert.Verdicts;

/// <summary>What may have made a reading slower than the code is.</summary>
internal static class Disturbances
{
    /// <summary>CPU time over elapsed time above this many cores: the code uses several threads.</summary>
    public const double SeveralThreads = 1 + ContaminatedBy;

    /// <summary>Process CPU above the baseline's by this many cores: something else was at work in the test process.</summary>
    private const double ContaminatedBy = 0.25;

    /// <summary>An undisturbed reading has this share of its batches, and so many at least, both calm and near the fastest. Of a long call there are fewer, and then all must be.</summary>
    private const double FewestShare = 0.02;
    private const int Fewest = 10;

    /// <summary>How near to the fastest. It and the share were chosen on traces of the noise study (docs/measuring-studies.md), on the strict side.</summary>
    private const double Near = 1.08;

    /// <summary>
    /// What may have slowed down all batches of a reading; null where nothing is known to. The MIX readings tell slow phases of the machine; what they do not feel, such as another tenant's
    /// use of the caches, slows batches down by different factors, so that few come near to the fastest.
    /// </summary>
    /// <param name="reading">The reading.</param>
    /// <param name="fastest">The fastest batch of all readings, in nanoseconds.</param>
    /// <param name="record">The baseline.</param>
    public static string? OfAllBatches(Measurement reading, double fastest, BaselineRecord record)
    {
        if (OfProcess(reading, record) is { } why)
            return why;
        var needed = Math.Min(reading.Samples.Count, Math.Max(Fewest, reading.Samples.Count * FewestShare));
        var calm = reading.Samples.Where(sample => sample.Mix <= record.Mix * TimeScore.CleanUpTo).ToList();
        return calm.Count < needed ? string.Create(CultureInfo.InvariantCulture, $"the machine was in a slow phase ({reading.Mix / record.Mix:0.00}× of the baseline's MIX reading)")
            : calm.Count(sample => sample.PerCall <= fastest * Near) < needed ? string.Create(CultureInfo.InvariantCulture, $"not evenly: hardly a batch came within {(Near - 1) * 100:0} % of the fastest")
            : null;
    }

    /// <summary>Why the process may show more than the code's own time, whatever it is compared with; null where nothing is known against it.</summary>
    public static string? OfProcess(Measurement reading, BaselineRecord? record)
    {
        if (!reading.Settled)
            return "its speed had not settled when warm-up ended";
        // Below one core is no norm to hold anything to: there the test waited, or the machine kept it waiting.
        if (reading.CpuLoad <= Math.Max(1, record?.CpuLoad ?? 0) + ContaminatedBy)
            return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"other threads of the test process were busy ({reading.CpuLoad:0.0} cores in use{(record is null ? "; a baseline would tell whether they are the test's own" : $", {record.CpuLoad:0.0} at the baseline")})");
    }
}
