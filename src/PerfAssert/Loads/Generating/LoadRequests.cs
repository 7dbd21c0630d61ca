namespace PerfAssert.Loads;

/// <summary>Sends a run's requests and writes down how they end.</summary>
internal sealed class LoadRequests
{
    private readonly Func<LoadIteration, ValueTask> _request;
    private readonly ILoadClock _clock;
    private readonly LoadTally _tally;
    private readonly RequestBook _book;
    private readonly TimeSpan _timeout;
    private readonly long _maxRequests;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly Action<LoadRequest> _run;
    private long _sent;
    private long _interrupted;
    private volatile bool _isStopped;
    private volatile bool _hasReachedLimit;

    public LoadRequests(Func<LoadIteration, ValueTask> request, LoadProfile profile, ILoadClock clock, LoadTally tally)
    {
        (_request, _clock, _tally) = (request, clock, tally);
        (_timeout, _maxRequests) = (profile.RequestTimeout, profile.MaxRequests);
        _book = new RequestBook((long)profile.RequestTimeout.TotalNanoseconds);
        _run = Run;
    }

    /// <summary>Told of each request whose code has returned.</summary>
    public Action<LoadRequest, long>? Ended { get; set; }

    public int InFlight => _book.Count;

    /// <summary>Requests that were given up and go on nevertheless.</summary>
    public int GivenUp => _book.GivenUp;

    public long Started => _tally.Started;

    /// <summary>True once nothing more may be sent.</summary>
    public bool IsStopped => _isStopped || _hasReachedLimit;

    /// <summary>True once a request was refused since as many had been sent as the profile allows.</summary>
    public bool HasReachedLimit => _hasReachedLimit;

    /// <summary>Requests that were cancelled at the end of the run and returned because of it.</summary>
    public long Interrupted => Interlocked.Read(ref _interrupted);

    public void Drop() => _tally.AddDrop();

    /// <summary>Sends one; false where no more may be sent.</summary>
    public bool Send(long due, int user, bool counts)
    {
        if (IsStopped)
            return false;
        var number = Interlocked.Increment(ref _sent) - 1;
        if (number >= _maxRequests)
        {
            _hasReachedLimit = true;
            return false;
        }

        var request = new LoadRequest(_run, number, user, due, counts);
        _book.Add(request);
        _clock.Queue(request);
        return true;
    }

    /// <summary>Gives up what has run out of time.</summary>
    public void GiveUpOverdue(long now)
    {
        while (_book.GiveUpNext(now) is { } request)
        {
            if (request.Counts)
                AddTimeout(request, now);
            _clock.Queue(new Cancellation(request));
        }
    }

    public void Stop() => _isStopped = true;

    /// <summary>Tells all that are on their way that nobody waits any more.</summary>
    public void CancelAll()
    {
        foreach (var request in _book.Waiting())
            _clock.Queue(new Cancellation(request));
    }

    /// <summary>Ends the book: what returns later does not count. Returns how many that had started were still waited for.</summary>
    public int Close(long now)
    {
        var unfinished = 0;
        foreach (var request in _book.Close())
        {
            if (!request.Counts)
                continue;
            if (request.HasStarted)
                unfinished++;
            else
                _tally.AddUnstarted(now - request.Due);
        }

        return unfinished;
    }

    // Each request sees the AsyncLocals of the code that started the run, and never those that another request left.
    private void Run(LoadRequest request)
    {
        if (_context is null)
            _ = RunAsync(request);
        else
            ExecutionContext.Run(_context, _ => _ = RunAsync(request), null);
    }

    private async Task RunAsync(LoadRequest request)
    {
        Exception? error = null;
        if (_book.TryStart(request, _clock.Now))
        {
            if (request.Counts)
                _tally.AddStart();
            try
            {
                await _request(request.Iteration).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                error = e;
            }
        }

        var now = _clock.Now;
        if (_book.End(request) && request.Counts)
            Count(request, now, error);
        Ended?.Invoke(request, now);
    }

    private void Count(LoadRequest request, long now, Exception? error)
    {
        // Who is told to stop may say so by any exception.
        if (error is not null && request.IsCancelled)
            Interlocked.Increment(ref _interrupted);
        else if (error is not null)
            _tally.AddFailure(request.Due, request.StartedAt, now, ErrorKind.Of(error), error.Message);
        else if (now - request.StartedAt > _timeout.TotalNanoseconds)
            AddTimeout(request, now);
        else
            _tally.AddSuccess(request.Due, request.StartedAt, now);
    }

    private void AddTimeout(LoadRequest request, long now) =>
        _tally.AddFailure(request.Due, request.StartedAt, now, ErrorKind.Timeout, $"no answer within {_timeout:g}");

    private sealed class Cancellation(LoadRequest request) : IThreadPoolWorkItem
    {
        public void Execute() => request.Cancel();
    }
}
