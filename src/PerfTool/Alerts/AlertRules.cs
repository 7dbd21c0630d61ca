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
                    new PercentileOver(metric, quantile, filters, by, duration.TotalSeconds, Timing.MinimumVolume) { Window = Timing.Window },
                    string.Create(CultureInfo.InvariantCulture, $"{subject}: {100 - quantile * 100:0.#} of 100 take longer than {duration}"));
            }
        }
    }

    /// <summary>Says that a metric is not there.</summary>
    public AlertRule Missing(WatchedMetric metric) => Rule(
        "missing", AlertSeverity.Info, new Missing(metric) { Window = Timing.Window }, $"The service is up, and {metric.Name} is gone: this policy sees nothing of it");

    public AlertRule Rule(string name, AlertSeverity severity, AlertQuestion question, string summary) => new(name, severity, question, Timing.For(severity), summary);
}
