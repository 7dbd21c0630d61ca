namespace PerfAssert.Measuring;

/// <summary>
/// Tells when the JIT has gone quiet: when it compiled no more than a trickle of methods for some time. Not one at all would be
/// too much to ask: a test host and the thread pool go on compiling rarely used paths of their own for as long as they live.
/// </summary>
internal sealed class JitWatch(MeasurementPlan plan, IInstruments instruments)
{
    private readonly Queue<(long At, long Count)> _readings = [];
    private long _last = -1;

    /// <summary>Takes a reading; to be called after every batch.</summary>
    public void Look()
    {
        var count = instruments.JitMethodCount;
        if (count == _last)
            return;
        _last = count;
        _readings.Enqueue((instruments.Now, count));
    }

    /// <summary>Whether there was but a trickle for as long as the plan asks.</summary>
    public bool IsQuiet()
    {
        var since = instruments.Now - (long)plan.JitQuiet.TotalNanoseconds;
        // What is left in front is the last reading before the period in question.
        while (_readings.Count > 1 && _readings.ElementAt(1).At <= since)
            _readings.Dequeue();
        return _readings.TryPeek(out var first) && first.At <= since && _last - first.Count <= plan.JitTrickle;
    }
}
