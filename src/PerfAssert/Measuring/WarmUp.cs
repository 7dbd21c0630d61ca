namespace PerfAssert.Measuring;

/// <summary>
/// Runs the body until it is compiled for good. Code measured before its last tier is wrong by 2.5 to 6.8 times, and how long
/// tiering takes (0.1 to 2.3 s) depends on the code; so we watch the JIT and the body instead of counting.
/// </summary>
internal sealed class WarmUp(PerfBody body, MeasurementPlan plan, IInstruments instruments)
{
    private const int AgreeingWindows = 3;

    private readonly JitWatch _jit = new(plan, instruments);
    private readonly HeapWatch _heap = new(instruments);

    /// <summary>Warms up for at least <paramref name="min"/> and at most <paramref name="max"/>.</summary>
    public async ValueTask<Pace> RunAsync(TimeSpan min, TimeSpan max, CancellationToken cancellationToken)
    {
        var start = instruments.Now;
        var perCall = await TimeAsync(1).ConfigureAwait(false);
        var windows = new List<double>();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var elapsed = instruments.Now - start;
            // So long a call is warm after a few: waiting for windows that agree would take many.
            var isLong = perCall >= plan.LongCall.TotalNanoseconds;
            var agree = WindowsAgree(windows);
            var isQuiet = _jit.IsQuiet();
            // At the cap one of the two is enough: a machine that is never at rest lets no windows agree, and a host that never stops compiling its own paths keeps the JIT at work.
            if (elapsed >= max.TotalNanoseconds || (elapsed >= min.TotalNanoseconds && (isLong || (agree && isQuiet))))
                return new Pace(perCall, CallsPerBatch(perCall), isLong || agree || isQuiet);

            perCall = await RunWindowAsync(perCall).ConfigureAwait(false);
            windows.Add(perCall);
        }
    }

    /// <summary>Runs batches for one window; the fastest one tells the pace, whatever else the machine was doing.</summary>
    private async ValueTask<double> RunWindowAsync(double perCall)
    {
        var start = instruments.Now;
        var fastest = double.MaxValue;
        do
        {
            instruments.ReadMix();
            perCall = await TimeAsync(CallsPerBatch(perCall)).ConfigureAwait(false);
            fastest = Math.Min(fastest, perCall);
            _jit.Look();
        }
        while (instruments.Now - start < plan.Window.TotalNanoseconds);
        _heap.Look();
        return fastest;
    }

    /// <summary>Calls the body, with what is to be done before and after it.</summary>
    /// <returns>Nanoseconds a call.</returns>
    public async ValueTask<double> TimeAsync(long calls)
    {
        await body.PrepareAsync(calls).ConfigureAwait(false);
        var start = instruments.Now;
        await body.RunAsync(calls).ConfigureAwait(false);
        // The clock may stand still over a very short call; zero would make an endless batch of it.
        var time = Math.Max(instruments.Now - start, 1) / (double)calls;
        await body.CleanUpAsync(calls).ConfigureAwait(false);
        return time;
    }

    private long CallsPerBatch(double perCall) => Math.Max(1, (long)Math.Round(plan.Batch.TotalNanoseconds / perCall));

    private bool WindowsAgree(List<double> windows)
    {
        if (windows.Count < AgreeingWindows)
            return false;
        var last = windows.TakeLast(AgreeingWindows).ToArray();
        return last.Max() <= last.Min() * (1 + plan.WindowAgreement);
    }
}
