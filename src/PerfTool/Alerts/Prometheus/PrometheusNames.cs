using System.Text;

namespace PerfTool.Alerts.Prometheus;

/// <summary>
/// What OpenTelemetry's Prometheus exporter makes of an instrument's name and unit
/// (https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/): characters that Prometheus does not have become underscores, the unit follows, counters end with _total.
/// </summary>
internal static class PrometheusNames
{
    /// <summary>The name of a counter or gauge, or of a histogram without _bucket, _count and _sum.</summary>
    public static string Of(WatchedMetric metric)
    {
        // An annotation such as {query} is no unit.
        var unit = metric.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return Escape(metric.Name) + unit + (metric.Kind == MetricKind.Counter ? "_total" : "");
    }

    /// <summary>The label that an attribute becomes.</summary>
    public static string Label(string attribute) => Escape(attribute);

    private static string Escape(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var kept = char.IsAsciiLetterOrDigit(c) || c == ':' ? c : '_';
            // The exporter folds underscores that follow each other.
            if (kept != '_' || text.Length == 0 || text[^1] != '_')
                text.Append(kept);
        }

        return text.ToString();
    }
}
