namespace PerfAssert.Loads;

/// <summary>The open model: arrivals are sent as the schedule has them, whatever became of those before.</summary>
internal sealed class OpenOffer : IOffer
{
    /// <summary>So many are sent before the clock is read again.</summary>
    private const int Batch = 256;

    /// <summary>
    /// How long after the profile's end arrivals may still be sent that the generator is behind with. Longer than any pause of the
    /// scheduler or the garbage collector; whoever is later than that will not catch up.
    /// </summary>
    private const long Grace = 1_000_000_000;

    private readonly LoadRequests _requests;
    private readonly int _maxInFlight;
    private readonly RateCurve _curve;
    private readonly RateCurve? _warmUp;
    private readonly long _begin;
    private readonly long _origin;
    private long _next;
    private long _due;

    public OpenOffer(LoadProfile profile, LoadRequests requests, long begin)
    {
        _requests = requests;
        _maxInFlight = profile.MaxInFlight;
        _curve = new RateCurve(profile.Start, profile.Stages);
        _warmUp = profile.WarmUp > TimeSpan.Zero ? new RateCurve(profile.Start, [new LoadStage(profile.WarmUp, profile.Start)]) : null;
        _begin = begin;
        _origin = begin + Nanoseconds(profile.WarmUp.TotalSeconds);
        _due = DueAt(0);
    }

    public long Offered => Math.Max(0, _next - WarmUpArrivals);

    private long WarmUpArrivals => _warmUp?.Arrivals ?? 0;

    private long End => _origin + Nanoseconds(_curve.Duration);

    public double TargetAt(long now) => _curve.At((now - _origin) / 1e9);

    public long? Send(long now)
    {
        if (now > End + Grace)
            _next = WarmUpArrivals + _curve.Arrivals;
        for (var i = 0; i < Batch && HasNext && _due <= now; i++)
        {
            var counts = _next >= WarmUpArrivals;
            var isDropped = _requests.InFlight >= _maxInFlight;
            if (!isDropped && !_requests.Send(_due, user: -1, counts))
                break;
            if (isDropped && counts)
                _requests.Drop();
            _due = DueAt(++_next);
        }

        return HasNext ? _due : now < End ? End : null;
    }

    public void Ended(LoadRequest request, long now)
    {
    }

    public void Stop()
    {
    }

    private bool HasNext => _next < WarmUpArrivals + _curve.Arrivals;

    private long DueAt(long arrival) => arrival < WarmUpArrivals
        ? _begin + Nanoseconds(_warmUp!.DueAt(arrival))
        : _origin + Nanoseconds(_curve.DueAt(arrival - WarmUpArrivals));

    private static long Nanoseconds(double seconds) => (long)(seconds * 1e9);
}
