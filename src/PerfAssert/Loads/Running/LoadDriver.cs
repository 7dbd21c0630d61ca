namespace PerfAssert.Loads;

/// <summary>What offers the load: the generator, or what tests put in its place.</summary>
internal delegate Task<LoadMeasurement> LoadDriver(Func<LoadIteration, ValueTask> request, LoadProfile profile, IProgress<LoadProgress>? progress, CancellationToken cancellationToken);
