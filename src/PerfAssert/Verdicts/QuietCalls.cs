using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Verdicts;

/// <summary>
/// The calls of a measurement beside which the machine was about as fast as it can be, and the share of them that it may have interrupted all
/// the same. Of the MIX readings the first tells phases, in which everything is slower, the second interruptions, which hit one call in many.
/// </summary>
internal sealed class QuietCalls
{
    /// <summary>A MIX reading this far over the usual one was interrupted: other noise moves it by a fifth at most.</summary>
    private const double Interrupted = 1.5;

    /// <summary>Of one reading; a failure takes two, which makes it one in a thousand.</summary>
    private const double Risk = 1 / 32.0;

    private readonly double[] _sorted;

    private QuietCalls(double[] sorted, double interruptedShare)
    {
        _sorted = sorted;
        InterruptedShare = interruptedShare;
    }

    /// <summary>
    /// The pace of the machine when nothing else was at work: its fastest hundredth of MIX readings. A neighbour on the same core slows nearly all
    /// of them down, and only nearly.
    /// </summary>
    public static double Pace(Measurement measurement) => Quantile.Of(measurement.Samples.Select(sample => sample.Mix), 0.01);

    /// <summary>Picks them.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="mix">The MIX reading of the machine at its usual pace.</param>
    public static QuietCalls Of(Measurement measurement, double mix)
    {
        var isQuiet = measurement.Samples.Select(sample => sample.Mix <= mix * TimeScore.CleanUpTo).ToArray();
        var single = measurement.SingleCalls;
        // Single calls are kept in order, batch by batch.
        var values = single.Count > 0
            ? single.Where((_, i) => isQuiet[i / measurement.CallsPerBatch])
            : measurement.Samples.Where((_, i) => isQuiet[i]).Select(sample => sample.PerCall);
        var sorted = values.ToArray();
        Array.Sort(sorted);

        // What is timed as one piece: a call, or where that is too short a batch.
        var length = measurement.Latency.P50 * (single.Count > 0 ? 1 : measurement.CallsPerBatch);
        var median = Quantile.Of(measurement.Samples.Select(sample => sample.Mix), 0.5);
        var seen = measurement.Samples.Count(sample => sample.Mix > median * Interrupted);
        // An upper bound, which for none seen is the rule of three: readings of 30 µs see little of what hits calls of milliseconds.
        var interrupted = Math.Min(1, (seen + (2 * Math.Sqrt(seen)) + 3) / measurement.Samples.Count);
        return new QuietCalls(sorted, 1 - Math.Pow(1 - interrupted, length / median));
    }

    /// <summary>How many there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>The share of calls, from 0 to 1, that interruptions may have hit: as frequent as those of the MIX readings, or as could have passed these by.</summary>
    public double InterruptedShare { get; }

    /// <summary>What the code's quantile surely is not below, given how few the calls are; 0 where they are too few to say.</summary>
    public double AtLeast(double probability)
    {
        var rank = QuantileBounds.LowerRank(probability, Count, Risk);
        return rank == 0 ? 0 : _sorted[rank - 1];
    }

    /// <summary>
    /// The same if every call that may have been interrupted is among the slowest: the others are the lower part of what was measured. The
    /// fastest call of all was not slower for want of an interruption less.
    /// </summary>
    public double AtLeastUninterrupted(double probability) =>
        Math.Max(AtLeast(probability * (1 - Math.Min(InterruptedShare, 0.999))), AtLeast(probability) > 0 ? _sorted[0] : 0);

    /// <summary>The quantile as measured.</summary>
    public double Measured(double probability) => Quantile.OfSorted(_sorted, probability);
}
