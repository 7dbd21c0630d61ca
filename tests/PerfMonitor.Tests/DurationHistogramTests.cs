using CsCheck;
using PerfMonitor.Log;

namespace PerfMonitor.Tests;

public class DurationHistogramTests
{
    [Fact]
    public void A_quantile_is_never_too_low_and_at_most_an_eighth_too_high() =>
        Gen.Select(Gen.Long[10, 3_000_000_000].Array[1, 200], Gen.Double[0.01, 1]).Sample((microseconds, share) =>
        {
            var histogram = new DurationHistogram();
            foreach (var one in microseconds)
                histogram.Add(TimeSpan.FromMicroseconds(one));
            var truth = microseconds.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * microseconds.Length) - 1));
            var said = histogram.Quantile(share).TotalMicroseconds;
            return said >= truth && said <= truth * 1.126 + 1;
        });
}
