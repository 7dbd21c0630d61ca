namespace PerfTool.Alerts;

/// <summary>What an instrument is to who asks it.</summary>
internal enum MetricKind
{
    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>Values by their size, from which percentiles come.</summary>
    Histogram,

    /// <summary>The value of now.</summary>
    Gauge,
}
