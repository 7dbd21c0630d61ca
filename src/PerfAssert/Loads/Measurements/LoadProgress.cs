namespace PerfAssert.Loads;

/// <summary>How far a run is.</summary>
/// <param name="Elapsed">Since the first request that counts; negative during warm-up.</param>
/// <param name="Duration">Of all stages.</param>
/// <param name="Target">Arrivals a second, or users, that the profile asks for now.</param>
/// <param name="InFlight">Requests on their way.</param>
/// <param name="Latency">Of the last second or so.</param>
public sealed record LoadProgress(TimeSpan Elapsed, TimeSpan Duration, double Target, int InFlight, long Succeeded, long Failed, long Dropped, LoadLatency Latency);
