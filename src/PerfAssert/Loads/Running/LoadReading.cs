namespace PerfAssert.Loads;

/// <summary>One run, and how fast the machine was just before and after it.</summary>
/// <param name="Measured">What the run gave.</param>
/// <param name="Mix">The slower of the two readings of the MIX kernel, in nanoseconds: each the first quartile of many.</param>
internal sealed record LoadReading(LoadMeasurement Measured, double Mix);
