using System.Diagnostics;

namespace PerfAssert.Loads;

/// <summary>The machine's clock and the thread pool.</summary>
internal sealed class SystemLoadClock : ILoadClock
{
    /// <summary>What a sleeping thread of Linux oversleeps: its timers may be 50 µs late by default (timer_slack_ns in proc_pid_timerslack_ns(5)), and waking up takes a few more.</summary>
    private const long Oversleep = 60_000;

    /// <summary>Of a wait that may be spent spinning: a share of it, so that a fast schedule does not take a core away from what is measured.</summary>
    private const int SpinShare = 20;

    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    public long Now => (long)(Stopwatch.GetTimestamp() * NanosecondsPerTick);

    public void WaitUntil(long time)
    {
        var wait = time - Now;
        if (wait <= 0)
            return;
        var wakeUp = time - Math.Min(Oversleep, wait / SpinShare);
        for (var left = wakeUp - Now; left > 0; left = wakeUp - Now)
            FineSleep.Sleep(left);
        while (Now < time)
            Thread.SpinWait(20);
    }

    public void Queue(IThreadPoolWorkItem work) => ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
}
