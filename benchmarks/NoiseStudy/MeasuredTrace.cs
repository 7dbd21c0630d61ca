using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfTooling.NoiseStudy;

/// <summary>One measurement, as arrays.</summary>
/// <param name="PerCall">Time of a call in each batch, in nanoseconds.</param>
/// <param name="Mix">The MIX reading beside each.</param>
/// <param name="CallsPerBatch">How many calls make a batch.</param>
/// <param name="CpuLoad">How many cores the process used while sampling.</param>
/// <param name="Settled">Whether the warm-up saw the code settle.</param>
/// <param name="WarmUpSeconds">Everything before sampling: warm-up and counting of allocations.</param>
/// <param name="SingleCalls">Each call in nanoseconds, where calls were timed singly.</param>
internal sealed record MeasuredTrace(double[] PerCall, double[] Mix, long CallsPerBatch, double CpuLoad, bool Settled, double WarmUpSeconds, int[]? SingleCalls = null)
{
    public static MeasuredTrace Of(Measurement measurement) => new(
        [.. measurement.Samples.Select(sample => Math.Round(sample.PerCall, 3))],
        [.. measurement.Samples.Select(sample => Math.Round(sample.Mix))],
        measurement.CallsPerBatch,
        measurement.CpuLoad,
        measurement.Settled,
        Math.Round(measurement.Elapsed.TotalSeconds - SamplingSeconds(measurement), 3),
        [.. measurement.SingleCalls.Select(call => (int)call)]);

    /// <summary>How long the batches and the readings beside them took.</summary>
    public static double SamplingSeconds(Measurement measurement) => measurement.Samples.Sum(sample => (sample.PerCall * measurement.CallsPerBatch) + sample.Mix) / 1e9;

    /// <summary>The measurement again, as if it had ended after so many batches and the code were slower by a factor.</summary>
    public Measurement Replay(int batches, double slower)
    {
        BatchSample[] samples = [.. PerCall.Zip(Mix).Take(batches).Select(pair => new BatchSample(pair.First * slower, pair.Second))];
        double[] singleCalls = [.. (SingleCalls ?? []).Take((int)(batches * CallsPerBatch)).Select(call => call * slower)];
        return new Measurement
        {
            Samples = samples,
            SingleCalls = singleCalls,
            Latency = Latency.From([.. samples.Select(sample => sample.PerCall)], singleCalls),
            Mix = Quantile.Of(samples.Select(sample => sample.Mix), 0.25),
            Allocation = new Allocation(0, Exact: true),
            CpuLoad = CpuLoad,
            Calls = batches * CallsPerBatch,
            CallsPerBatch = CallsPerBatch,
            // The worst case for false failures: whether warm-up had ended is not what the study is about.
            Settled = true,
            Elapsed = TimeSpan.Zero,
        };
    }

    /// <summary>How many batches a measurement of this length would have had.</summary>
    public int BatchesIn(TimeSpan length)
    {
        var (elapsed, batches) = (0.0, 0);
        while (batches < PerCall.Length && elapsed < length.TotalNanoseconds)
        {
            elapsed += (PerCall[batches] * CallsPerBatch) + Mix[batches];
            batches++;
        }

        return batches;
    }

    /// <summary>How many batches there were after each of the moments at which a measurement looks, and at its end.</summary>
    public IEnumerable<int> Looks(TimeSpan distance)
    {
        var (elapsed, next) = (0.0, distance.TotalNanoseconds);
        for (var i = 0; i < PerCall.Length; i++)
        {
            elapsed += (PerCall[i] * CallsPerBatch) + Mix[i];
            if (elapsed >= next)
            {
                next = elapsed + distance.TotalNanoseconds;
                yield return i + 1;
            }
        }

        yield return PerCall.Length;
    }
}
