using System.Collections.Immutable;

namespace PerfAssert.Loads;

/// <summary>What was seen of a run so far. Safe for many threads: each entry holds the lock for a fraction of a microsecond.</summary>
internal sealed class LoadTally
{
    private readonly object _gate = new();
    private readonly LatencyHistogram _latency = new();
    private readonly LatencyHistogram _serviceTime = new();
    private readonly LatencyHistogram _startDelay = new();
    private readonly ErrorTally _errors = new();
    private LatencyHistogram _recent = new();
    private LatencyHistogram _spare = new();
    private long _started;
    private long _dropped;
    private long _lastAnswer = long.MinValue;

    public long Started => Interlocked.Read(ref _started);

    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>When the last answer or failure was seen.</summary>
    public long LastAnswer => Interlocked.Read(ref _lastAnswer);

    public long Failed
    {
        get
        {
            lock (_gate)
                return _errors.Count;
        }
    }

    public void AddStart() => Interlocked.Increment(ref _started);

    public void AddDrop() => Interlocked.Increment(ref _dropped);

    /// <summary>A request that waited for a thread until the run was over.</summary>
    public void AddUnstarted(long delay)
    {
        lock (_gate)
            _startDelay.Add(delay);
    }

    public void AddSuccess(long due, long started, long answered)
    {
        lock (_gate)
        {
            _latency.Add(answered - due);
            _recent.Add(answered - due);
            _serviceTime.Add(answered - started);
            _startDelay.Add(started - due);
            Interlocked.Exchange(ref _lastAnswer, Math.Max(_lastAnswer, answered));
        }
    }

    public void AddFailure(long due, long started, long answered, string kind, string example)
    {
        lock (_gate)
        {
            _errors.Add(kind, example);
            _startDelay.Add(started - due);
            Interlocked.Exchange(ref _lastAnswer, Math.Max(_lastAnswer, answered));
        }
    }

    /// <summary>Latencies since this was last asked. For one thread at a time.</summary>
    public LoadLatency TakeRecent()
    {
        LatencyHistogram taken;
        lock (_gate)
            (taken, _recent, _spare) = (_recent, _spare, _recent);
        var summary = taken.Summarize();
        taken.Clear();
        return summary;
    }

    public (LoadLatency Latency, LoadLatency ServiceTime, LoadLatency StartDelay, ImmutableArray<LoadErrors> Errors) Summarize()
    {
        lock (_gate)
            return (_latency.Summarize(), _serviceTime.Summarize(), _startDelay.Summarize(), _errors.ToSorted());
    }

    public long Succeeded
    {
        get
        {
            lock (_gate)
                return _latency.Count;
        }
    }
}
