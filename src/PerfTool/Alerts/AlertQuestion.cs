using System.Collections.Immutable;

namespace PerfTool.Alerts;

/// <summary>What an alert asks of the metrics, in no monitoring system's language. It is asked of each service by itself.</summary>
internal abstract record AlertQuestion
{
    private AlertQuestion()
    {
    }

    /// <summary>How far back it looks.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Whether a percentile of a histogram lies over a limit.</summary>
    /// <param name="Metric">A histogram of seconds.</param>
    /// <param name="Quantile">0.95 for the 95th percentile.</param>
    /// <param name="Filters">Which series count.</param>
    /// <param name="By">An attribute each value of which is judged by itself; null for all together.</param>
    /// <param name="Seconds">The limit, which ends a bucket.</param>
    /// <param name="AtLeast">With fewer values in the window there is no percentile worth the name, and no alert.</param>
    public sealed record PercentileOver(WatchedMetric Metric, double Quantile, ImmutableArray<LabelFilter> Filters, string? By, double Seconds, int AtLeast) : AlertQuestion;

    /// <summary>Whether the good among all of a counter's events fall below a share.</summary>
    /// <param name="Metric">A counter.</param>
    /// <param name="Good">Which of its series are good.</param>
    /// <param name="Share">The limit, above 0 and at most 1.</param>
    /// <param name="AtLeast">With fewer events in the window, good and bad, there is no alert.</param>
    public sealed record ShareBelow(WatchedMetric Metric, LabelFilter Good, double Share, int AtLeast) : AlertQuestion;

    /// <summary>Whether a counter grew by so many.</summary>
    /// <param name="Metric">A counter whose series are there at zero before anything happens.</param>
    /// <param name="Filters">Which series count.</param>
    /// <param name="Count">As many as this are an alarm.</param>
    public sealed record CountReached(WatchedMetric Metric, ImmutableArray<LabelFilter> Filters, int Count) : AlertQuestion;

    /// <summary>Whether a service that is up no longer has a counter that it had: then nothing else that is asked of it means anything.</summary>
    /// <param name="Metric">A counter that each service with PerfMonitor shows from its first moment on.</param>
    public sealed record Missing(WatchedMetric Metric) : AlertQuestion;

    /// <summary>Whether no instance of a service can be reached, although it is still to be watched: one that was taken away is not down.</summary>
    /// <param name="Metric">A metric that each service with PerfMonitor shows, by which the service is known to be one of ours.</param>
    public sealed record Down(WatchedMetric Metric) : AlertQuestion;
}
