using System.Collections.Immutable;
using System.Globalization;
using PerfBudgets;
using static PerfTool.Alerts.AlertQuestion;

namespace PerfTool.Alerts;

/// <summary>Makes rules from limits.</summary>
internal sealed class AlertRules(AlertTiming timing)
{
    public AlertTiming Timing { get; } = timing;

    /// <summary>A rule for each limit there is: over the target it goes by e-mail, over the others it is a warning and critical.</summary>
    public IEnumerable<AlertRule> Percentile(string name, Limits limits, WatchedMetric metric, double quantile, ImmutableArray<LabelFilter> filters, string? by, string subject)
    {
        foreach (var (severity, limit) in new[] { (AlertSeverity.Critical, limits.Critical), (AlertSeverity.Warning, limits.Warning), (AlertSeverity.Info, limits.Target) })
        {
            if (limit is { } duration)
            {
                yield return Rule(
                    name,
                    severity,
                    new PercentileOver(metric, quantile, filters, by, duration.TotalSeconds, AtLeast(quantile)) { Window = Timing.Window },
                    string.Create(CultureInfo.InvariantCulture, $"{subject}: {100 - quantile * 100:0.#} of 100 take longer than {duration}"));
            }
        }
    }

    /// <summary>Says that a metric is not there.</summary>
    public AlertRule Missing(WatchedMetric metric) => Rule(
        "missing", AlertSeverity.Info, new Missing(metric) { Window = Timing.Window }, $"The service is up, and {metric.Name} is gone: this policy sees nothing of it");

    public AlertRule Rule(string name, AlertSeverity severity, AlertQuestion question, string summary) => new(name, severity, question, Timing.For(severity), summary);

    /// <summary>With fewer values than that, the slowest one alone would be the percentile.</summary>
    private int AtLeast(double quantile) => Math.Max(Timing.MinimumVolume, (int)Math.Ceiling(Math.Round(1 / (1 - quantile), 6)));
}
