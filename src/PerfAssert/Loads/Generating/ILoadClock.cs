namespace PerfAssert.Loads;

/// <summary>Time and threads as a run sees them; tests put simulated ones here.</summary>
internal interface ILoadClock
{
    /// <summary>A monotonic clock, in nanoseconds.</summary>
    long Now { get; }

    /// <summary>Returns at that time, or as soon after it as the machine lets it; at once where it is past.</summary>
    void WaitUntil(long time);

    /// <summary>Has something done on another thread, after what was queued before.</summary>
    void Queue(IThreadPoolWorkItem work);
}
