namespace PerfTooling.CompareStudy;

/// <summary>What one process saw of two equal builds.</summary>
/// <param name="Ratio">How many times as long the newer one took.</param>
/// <param name="Settled">Whether the speed of both had settled.</param>
internal sealed record TurnResult(double Ratio, bool Settled);
