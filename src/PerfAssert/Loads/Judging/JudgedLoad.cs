namespace PerfAssert.Loads;

/// <summary>What was seen under load, for reports.</summary>
/// <param name="Profile">What was asked for.</param>
/// <param name="MaxErrors">The share of requests that may fail.</param>
/// <param name="Shown">The run that reports show: of two the one with the lower median.</param>
/// <param name="Runs">How many there were.</param>
internal sealed record JudgedLoad(LoadProfile Profile, double MaxErrors, LoadMeasurement Shown, int Runs);
