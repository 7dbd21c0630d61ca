namespace PerfTooling.LoadAccuracy;

/// <summary>What the stand-in server does with each request, so that what a user waits is known beforehand.</summary>
internal static class ServicePlan
{
    /// <summary>While one of them lasts, from the first request's arrival on, nothing is begun.</summary>
    public static readonly (TimeSpan From, TimeSpan To)[] Stalls =
    [
        (TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(10)),
        (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(22)),
    ];

    /// <summary>20 to 100 ms, all equally often, in no order.</summary>
    public static TimeSpan ServiceTime(long request) => TimeSpan.FromMilliseconds(20 + (request * 7_919 % 81));

    /// <summary>How long a request waits before it is begun, by when it comes.</summary>
    public static TimeSpan Wait(TimeSpan at)
    {
        foreach (var (from, to) in Stalls)
        {
            if (at >= from && at < to)
                return to - at;
        }

        return TimeSpan.Zero;
    }
}
