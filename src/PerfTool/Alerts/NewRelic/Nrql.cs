using System.Globalization;
using static PerfTool.Alerts.AlertQuestion;

namespace PerfTool.Alerts.NewRelic;

/// <summary>Questions in NRQL (https://docs.newrelic.com/docs/nrql/): a value, which a condition holds against a limit. Each is asked of each service by itself.</summary>
internal static class Nrql
{
    private const string Service = "service.name";

    /// <summary>The query whose value a condition watches.</summary>
    public static string Of(AlertQuestion question) => question switch
    {
        // With too few values it is 0, which is over no limit.
        PercentileOver percentile => $"SELECT if(count({percentile.Metric.Name}) >= {percentile.AtLeast}, percentile({percentile.Metric.Name}, {Number(percentile.Quantile * 100)}), 0) FROM Metric{Where(percentile.Filters)}{Facet(percentile.By)}",
        // With too few it is 1: all is well.
        ShareBelow share => $"SELECT if(sum({share.Metric.Name}) >= {share.AtLeast}, filter(sum({share.Metric.Name}), WHERE {Condition(share.Good)}) / sum({share.Metric.Name}), 1) FROM Metric{Facet(null)}",
        CountReached count => $"SELECT sum({count.Metric.Name}) FROM Metric{Where(count.Filters)}{Facet(null)}",
        // The service sends something of PerfMonitor's, and nothing of this. Services without PerfMonitor are none of ours.
        Missing missing => $"SELECT filter(count(*), WHERE metricName = {Quote(missing.Metric.Name)}) FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = {Quote(missing.Metric.Name)}{Facet(null)}",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    /// <summary>The operator and the limit that the value is held against.</summary>
    public static (string Operator, double Threshold) Limit(AlertQuestion question) => question switch
    {
        PercentileOver percentile => ("above", percentile.Seconds),
        ShareBelow share => ("below", share.Share),
        CountReached count => ("above_or_equals", count.Count),
        Missing => ("equals", 0),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    /// <summary>A text as an NRQL string.</summary>
    public static string Quote(string text) => "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Where(IReadOnlyCollection<LabelFilter> filters) => filters.Count == 0 ? "" : " WHERE " + string.Join(" AND ", filters.Select(Condition));

    private static string Condition(LabelFilter filter) => $"{filter.Attribute} {(filter.Excludes ? "NOT IN" : "IN")} ({string.Join(", ", filter.Values.Select(Quote))})";

    private static string Facet(string? by) => $" FACET {Service}{(by is null ? "" : ", " + by)}";
}
