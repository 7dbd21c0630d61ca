namespace PerfAssert.Loads;

/// <summary>
/// The requests that are on their way, oldest first: all have the same time, so that the one to be given up next stands in front. A request
/// that is given up and goes on nevertheless still counts as on its way: <see cref="LoadProfile.MaxInFlight"/> bounds what a run may pile up.
/// </summary>
internal sealed class RequestBook(long timeout)
{
    private readonly object _gate = new();
    private LoadRequest? _first;
    private LoadRequest? _last;
    private int _count;
    private int _givenUp;
    private bool _isClosed;

    /// <summary>How many there are, given up or not.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Those that were given up and whose code has not returned.</summary>
    public int GivenUp => Volatile.Read(ref _givenUp);

    public void Add(LoadRequest request)
    {
        lock (_gate)
        {
            _count++;
            request.Previous = _last;
            if (_last is null)
                _first = request;
            else
                _last.Next = request;
            _last = request;
        }
    }

    /// <summary>False where it is too late: the run is over.</summary>
    public bool TryStart(LoadRequest request, long now)
    {
        lock (_gate)
        {
            if (_isClosed)
                return false;
            request.StartedAt = now;
            return true;
        }
    }

    /// <summary>True where the request counts by how it ended; false where it had been given up, or the run was over.</summary>
    public bool End(LoadRequest request)
    {
        lock (_gate)
        {
            _count--;
            if (request.State == RequestState.GivenUp)
            {
                request.State = RequestState.Ended;
                _givenUp--;
                return false;
            }

            request.State = RequestState.Ended;
            Unlink(request);
            return !_isClosed;
        }
    }

    /// <summary>Gives up the oldest request if it has run out of time; null if it hasn't.</summary>
    public LoadRequest? GiveUpNext(long now)
    {
        lock (_gate)
        {
            // Those behind one that waits for a thread wait too.
            if (_first is not { HasStarted: true } request || now - request.StartedAt < timeout)
                return null;
            Unlink(request);
            request.State = RequestState.GivenUp;
            _givenUp++;
            return request;
        }
    }

    /// <summary>Those that are waited for.</summary>
    public List<LoadRequest> Waiting()
    {
        lock (_gate)
        {
            var waiting = new List<LoadRequest>();
            for (var request = _first; request is not null; request = request.Next)
                waiting.Add(request);
            return waiting;
        }
    }

    /// <summary>From here on nothing starts and nothing counts. Returns what was still waited for.</summary>
    public List<LoadRequest> Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            return Waiting();
        }
    }

    private void Unlink(LoadRequest request)
    {
        if (request.Previous is null)
            _first = request.Next;
        else
            request.Previous.Next = request.Next;
        if (request.Next is null)
            _last = request.Previous;
        else
            request.Next.Previous = request.Previous;
        (request.Previous, request.Next) = (null, null);
    }
}
