using System.Globalization;

namespace PerfAssert.Loads;

/// <summary>
/// Tells a generator that could not offer what was asked from a system that was slow. The system never delays a start: in the open model a
/// request starts when the schedule says so whatever became of those before, and where the system has stalled and too many are on their way, arrivals
/// are dropped on time. So a late start is the generator's doing, be it for want of CPU or of threads, and it matters as far as it moves
/// the figures: the latency from the intended start against the time from the actual one.
/// </summary>
internal static class SaturationRule
{
    /// <summary>By how much late starts may move a percentile: half of what a verdict calls a small change (5 %), so that no verdict rests on them.</summary>
    private const double Share = 0.05;

    /// <summary>What late starts may add however fast the system is: a thread that slept and one of the pool that is woken are rarely more punctual on a machine that is busy.</summary>
    private const double Floor = 1_000_000;

    /// <summary>One sentence, or null.</summary>
    public static string? Explain(LoadMeasurement measurement, LoadModel model)
    {
        var missed = measurement.Offered - measurement.Started - measurement.Dropped;
        if (missed > 0 && model == LoadModel.Open)
            return Invariant($"{missed:#,0} of {measurement.Offered:#,0} arrivals were never sent: the generator had not come to them when the run was over.");

        // Without an answer there is no figure that a late start could have moved.
        if (measurement.Succeeded == 0)
            return null;
        return Late("p50", l => l.P50) ?? Late("p95", l => l.P95) ?? Late("p99", l => l.P99);

        string? Late(string name, Func<LoadLatency, double> percentile)
        {
            var service = percentile(measurement.ServiceTime);
            // Users wait for no schedule; there the delay lies between one answer and the next request.
            var added = model == LoadModel.Open ? percentile(measurement.Latency) - service : percentile(measurement.StartDelay);
            return added > Math.Max(Floor, Share * service)
                ? Invariant($"requests started late, which added {added / 1e6:0.0} ms to a {name} of {service / 1e6:0.0} ms: the generator had too little CPU, or its requests block threads.")
                : null;
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
