using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Loads;

/// <summary>One run: garbage collected first, and the machine's pace read before and after, since beside the load it would read the load.</summary>
internal sealed class LoadRunner(LoadDriver drive, IInstruments instruments)
{
    /// <summary>About 10 ms on an idle machine.</summary>
    private const int Readings = 300;

    /// <summary>
    /// The kernel runs until the JIT has compiled nothing for so long, in nanoseconds. The framework's code that it calls is compiled anew twice, each time a tenth of a second after it was called
    /// often and when the queue is done with what an application brings, and is two to three times as slow in between: a second run had such a reading where the first had none.
    /// </summary>
    private const long Quiet = 300_000_000;

    /// <summary>For how long at most.</summary>
    private const long LongestSettling = 5_000_000_000;

    private bool _isSettled;

    /// <summary>Offers the load once.</summary>
    /// <param name="plan">What to offer.</param>
    /// <param name="progress">Told how far it is; null for silence.</param>
    /// <param name="cancellationToken">Ends the run; what was measured is kept.</param>
    public async ValueTask<LoadReading> RunAsync(LoadPlan plan, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        Settle();
        instruments.CollectGarbage();
        var before = Pace();
        var measured = await drive(plan.Request, plan.Profile, progress, cancellationToken).ConfigureAwait(false);
        return new LoadReading(measured, Math.Max(before, Pace()));
    }

    private void Settle()
    {
        if (_isSettled)
            return;
        var (start, quietSince, compiled) = (instruments.Now, instruments.Now, instruments.JitMethodCount);
        while (instruments.Now - quietSince < Quiet && instruments.Now - start < LongestSettling)
        {
            instruments.ReadMix();
            if (instruments.JitMethodCount != compiled)
                (compiled, quietSince) = (instruments.JitMethodCount, instruments.Now);
        }

        _isSettled = true;
    }

    private double Pace()
    {
        var readings = new double[Readings];
        for (var i = 0; i < readings.Length; i++)
            readings[i] = instruments.ReadMix();
        return Quantile.Of(readings, 0.25);
    }
}
