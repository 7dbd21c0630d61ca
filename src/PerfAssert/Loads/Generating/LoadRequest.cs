namespace PerfAssert.Loads;

/// <summary>One request, from its place in the schedule to its end. Its state is <see cref="RequestBook"/>'s to change.</summary>
internal sealed class LoadRequest(Action<LoadRequest> run, long number, int user, long due, bool counts) : IThreadPoolWorkItem
{
    private readonly CancellationTokenSource _cancellation = new();
    private long _startedAt = long.MaxValue;

    public int User => user;

    /// <summary>When it should start, in the clock's nanoseconds.</summary>
    public long Due => due;

    /// <summary>False in warm-up.</summary>
    public bool Counts => counts;

    /// <summary>When it did start; <see cref="long.MaxValue"/> as long as it waits for a thread.</summary>
    public long StartedAt
    {
        get => Volatile.Read(ref _startedAt);
        set => Volatile.Write(ref _startedAt, value);
    }

    public bool HasStarted => StartedAt != long.MaxValue;

    public bool IsCancelled => _cancellation.IsCancellationRequested;

    public LoadIteration Iteration => new(number, user, _cancellation.Token);

    public RequestState State { get; set; }

    /// <summary>The one sent before it that is still on its way, and the one sent after it.</summary>
    public LoadRequest? Previous { get; set; }

    public LoadRequest? Next { get; set; }

    public void Execute() => run(this);

    /// <summary>Tells the request's code that nobody waits any more.</summary>
    public void Cancel()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (AggregateException)
        {
            // Thrown by what the request's code registered; the request itself ends by its own exception.
        }
    }
}
