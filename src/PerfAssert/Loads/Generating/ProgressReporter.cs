namespace PerfAssert.Loads;

/// <summary>Tells once a second how far a run is, on another thread: who listens must not hold up the schedule.</summary>
internal sealed class ProgressReporter(IProgress<LoadProgress> progress, LoadProfile profile, ILoadClock clock, LoadTally tally, long origin) : IThreadPoolWorkItem
{
    private const long Interval = 1_000_000_000;

    private long _next = clock.Now + Interval;
    private long _now;
    private double _target;
    private int _inFlight;
    private int _isBusy;

    public void ReportIfDue(long now, double target, int inFlight)
    {
        if (now < _next)
            return;
        _next = now + Interval;
        // Whoever takes longer than a second for a report misses the next.
        if (Interlocked.Exchange(ref _isBusy, 1) == 1)
            return;
        (_now, _target, _inFlight) = (now, target, inFlight);
        clock.Queue(this);
    }

    public void Execute()
    {
        try
        {
            progress.Report(new LoadProgress(TimeSpan.FromTicks((_now - origin) / 100), profile.Duration, _target, _inFlight, tally.Succeeded, tally.Failed, tally.Dropped, tally.TakeRecent()));
        }
        catch (Exception)
        {
            // A display that fails is no reason to lose the measurement; on a thread of the pool it would end the process.
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }
}
