namespace PerfAssert.Loads;

/// <summary>A part of a profile, in which the load goes in a straight line from where the part before it ended to <paramref name="Target"/>.</summary>
/// <param name="Duration">How long it lasts; above zero.</param>
/// <param name="Target">Where it ends: arrivals a second (<see cref="LoadModel.Open"/>), or users (<see cref="LoadModel.Closed"/>, a whole number); zero or more.</param>
public sealed record LoadStage(TimeSpan Duration, double Target);
