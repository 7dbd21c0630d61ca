namespace PerfAssert.Loads;

/// <summary>The closed model: each user sends its next request when its last has been answered.</summary>
internal sealed class ClosedOffer : IOffer
{
    private readonly LoadRequests _requests;
    private readonly RateCurve _curve;
    private readonly Queue<(long At, int Users)> _changes;
    private readonly long _origin;
    private readonly object _gate = new();
    private readonly List<bool> _isBusy = [];
    private int _users;

    public ClosedOffer(LoadProfile profile, LoadRequests requests, long begin)
    {
        _requests = requests;
        _curve = new RateCurve(profile.Start, profile.Stages);
        _origin = begin + Nanoseconds(profile.WarmUp.TotalSeconds);
        // In warm-up the users of the start are there already.
        _changes = new Queue<(long, int)>([(begin, (int)profile.Start), .. _curve.UserChanges().Select(change => (_origin + Nanoseconds(change.At), change.Users)), (_origin + Nanoseconds(_curve.Duration), 0)]);
    }

    public long Offered => _requests.Started;

    public double TargetAt(long now) => Volatile.Read(ref _users);

    public long? Send(long now)
    {
        while (_changes.TryPeek(out var change) && change.At <= now)
        {
            _changes.Dequeue();
            SetUsers(change.Users, change.At);
        }

        return _changes.TryPeek(out var next) ? next.At : null;
    }

    public void Ended(LoadRequest request, long now)
    {
        lock (_gate)
        {
            if (request.User < _users && !_requests.IsStopped)
                _requests.Send(now, request.User, now >= _origin);
            else
                _isBusy[request.User] = false;
        }
    }

    public void Stop() => SetUsers(0, 0);

    private void SetUsers(int users, long at)
    {
        lock (_gate)
        {
            _users = users;
            for (var user = 0; user < users && !_requests.IsStopped; user++)
            {
                if (user == _isBusy.Count)
                    _isBusy.Add(false);
                if (_isBusy[user])
                    continue;
                _isBusy[user] = true;
                _requests.Send(at, user, at >= _origin);
            }
        }
    }

    private static long Nanoseconds(double seconds) => (long)(seconds * 1e9);
}
