using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads;

/// <summary>A clock that jumps from event to event, threads that are there at once, and a system under load: an hour of load takes no time and comes out the same every time.</summary>
internal sealed class SimulatedSystem : ILoadClock
{
    private readonly PriorityQueue<Action, (long At, long Order)> _events = new();
    private long _order;

    public long Now { get; private set; } = 1_000_000_000_000;

    /// <summary>When the simulation began.</summary>
    public long Begin { get; } = 1_000_000_000_000;

    /// <summary>How long work waits for a thread.</summary>
    public TimeSpan QueueDelay { get; set; }

    /// <summary>How much longer than asked a sleeping thread sleeps.</summary>
    public TimeSpan Oversleep { get; set; }

    /// <summary>A request's service time, by when it starts.</summary>
    public Func<TimeSpan, TimeSpan> ServiceTime { get; set; } = _ => TimeSpan.FromMilliseconds(10);

    /// <summary>What a request throws, by its number, when its time is over; null for a success.</summary>
    public Func<LoadIteration, Exception?> Failure { get; set; } = _ => null;

    /// <summary>False for requests that do not look at their token.</summary>
    public bool HeedsCancellation { get; set; } = true;

    /// <summary>What a request that heeds its token throws; null for what its await throws.</summary>
    public Exception? WhenCancelled { get; set; }

    /// <summary>When each was started, since the beginning, and what it was.</summary>
    public List<(TimeSpan At, LoadIteration Iteration)> Requests { get; } = [];

    /// <summary>False for runs too long for a list.</summary>
    public bool KeepsRequests { get; set; } = true;

    public TimeSpan Elapsed => TimeSpan.FromTicks((Now - Begin) / 100);

    public LoadMeasurement Run(LoadProfile profile, IProgress<LoadProgress>? progress = null, CancellationToken cancellation = default)
    {
        // Under xunit's context continuations would go to other threads.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new LoadRun(SendAsync, profile, progress, this).Run(cancellation);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Has something happen at a time since the beginning.</summary>
    public void At(TimeSpan time, Action action) => Add(Begin + (long)time.TotalNanoseconds, action);

    public void WaitUntil(long time)
    {
        var until = time + (long)Oversleep.TotalNanoseconds;
        while (_events.TryPeek(out var action, out var key) && key.At <= until)
        {
            _events.Dequeue();
            Now = Math.Max(Now, key.At);
            action();
        }

        Now = Math.Max(Now, until);
    }

    public void Queue(IThreadPoolWorkItem work) => Add(Now + (long)QueueDelay.TotalNanoseconds, work.Execute);

    private async ValueTask SendAsync(LoadIteration iteration)
    {
        if (KeepsRequests)
            Requests.Add((Elapsed, iteration));
        try
        {
            await Delay(ServiceTime(Elapsed), HeedsCancellation ? iteration.Cancellation : default).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (WhenCancelled is not null)
        {
            throw WhenCancelled;
        }

        if (Failure(iteration) is { } failure)
            throw failure;
    }

    private async Task Delay(TimeSpan time, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource();
        using var registration = cancellation.Register(() => done.TrySetCanceled(cancellation));
        Add(Now + (long)time.TotalNanoseconds, () => done.TrySetResult());
        await done.Task.ConfigureAwait(false);
    }

    private void Add(long at, Action action) => _events.Enqueue(action, (at, _order++));
}
