namespace PerfAssert.Builds;

/// <summary>How many times as long one side takes as another, with bounds that miss in one of a thousand comparisons.</summary>
/// <param name="Ratio">The estimate: above 1, slower.</param>
/// <param name="Lower">No less than this; 0 where that is not known.</param>
/// <param name="Upper">No more than this; infinite where that is not known.</param>
public readonly record struct TimeRatio(double Ratio, double Lower, double Upper);
