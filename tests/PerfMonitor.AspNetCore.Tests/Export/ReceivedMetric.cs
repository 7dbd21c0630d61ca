namespace PerfMonitor.AspNetCore.Tests.Export;

/// <summary>A metric as it arrived.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Bounds">Where the buckets of its first point end; empty where it is no histogram.</param>
internal sealed record ReceivedMetric(string Name, string Unit, IReadOnlyList<double> Bounds);
