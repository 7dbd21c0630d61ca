using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Loads;

/// <summary>One run: garbage collected first, and the machine's pace read before and after, since beside the load it would read the load.</summary>
internal sealed class LoadRunner(LoadDriver drive, IInstruments instruments)
{
    /// <summary>About 10 ms on an idle machine.</summary>
    private const int Readings = 300;

    /// <summary>Offers the load once.</summary>
    /// <param name="plan">What to offer.</param>
    /// <param name="progress">Told how far it is; null for silence.</param>
    /// <param name="cancellationToken">Ends the run; what was measured is kept.</param>
    public async ValueTask<LoadReading> RunAsync(LoadPlan plan, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        instruments.CollectGarbage();
        var before = Pace();
        var measured = await drive(plan.Request, plan.Profile, progress, cancellationToken).ConfigureAwait(false);
        return new LoadReading(measured, Math.Max(before, Pace()));
    }

    private double Pace()
    {
        var readings = new double[Readings];
        for (var i = 0; i < readings.Length; i++)
            readings[i] = instruments.ReadMix();
        return Quantile.Of(readings, 0.25);
    }
}
