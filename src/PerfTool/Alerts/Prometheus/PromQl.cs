using System.Globalization;
using static PerfTool.Alerts.AlertQuestion;

namespace PerfTool.Alerts.Prometheus;

/// <summary>Questions in PromQL. Each is asked of each job by itself, over all its instances.</summary>
internal static class PromQl
{
    /// <summary>An expression that has a value exactly where the answer is yes.</summary>
    public static string Of(AlertQuestion question) => question switch
    {
        PercentileOver percentile => $"{Percentile(percentile)} > {Number(percentile.Seconds)}\nand\n{Volume(percentile)} >= {percentile.AtLeast}",
        ShareBelow share => $"{Increase(share, [share.Good])} / {Increase(share, [])} < {Number(share.Share)}\nand\n{Increase(share, [])} >= {share.AtLeast}",
        // Increase is extrapolated, and so not always whole.
        CountReached count => $"round({Increase(count, count.Metric, count.Filters)}) >= {count.Count}",
        // Only where it was there within a day: other jobs, which have never had it, are none of ours.
        Missing missing => $"(sum by (job) (last_over_time({PrometheusNames.Of(missing.Metric)}[1d]))\nunless on (job)\nsum by (job) ({PrometheusNames.Of(missing.Metric)}))\nand on (job)\nsum by (job) (up) > 0",
        Down down => $"max by (job) (up) == 0\nand on (job)\nsum by (job) (last_over_time({PrometheusNames.Of(down.Metric)}[1d]))",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    /// <summary>A percentile, in seconds.</summary>
    public static string Percentile(PercentileOver question)
    {
        var by = question.By is { } attribute ? $", {PrometheusNames.Label(attribute)}" : "";
        return $"histogram_quantile({Number(question.Quantile)}, sum by (job{by}, le) (rate({PrometheusNames.Of(question.Metric)}_bucket{Selector(question.Filters)}[{Time(question.Window)}])))";
    }

    /// <summary>The part in braces that selects series; nothing where all count.</summary>
    public static string Selector(IReadOnlyCollection<LabelFilter> filters) =>
        filters.Count == 0 ? "" : "{" + string.Join(',', filters.Select(Matcher)) + "}";

    /// <summary>A text as a PromQL string.</summary>
    public static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    /// <summary>A duration as Prometheus writes it.</summary>
    public static string Time(TimeSpan time) =>
        time.Ticks % TimeSpan.TicksPerHour == 0 && time > TimeSpan.Zero ? $"{time.Ticks / TimeSpan.TicksPerHour}h"
        : time.Ticks % TimeSpan.TicksPerMinute == 0 && time > TimeSpan.Zero ? $"{time.Ticks / TimeSpan.TicksPerMinute}m"
        : time.Ticks % TimeSpan.TicksPerSecond == 0 ? $"{time.Ticks / TimeSpan.TicksPerSecond}s"
        : $"{time.Ticks / TimeSpan.TicksPerMillisecond}ms";

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Volume(PercentileOver question)
    {
        var by = question.By is { } attribute ? $", {PrometheusNames.Label(attribute)}" : "";
        return $"sum by (job{by}) (increase({PrometheusNames.Of(question.Metric)}_count{Selector(question.Filters)}[{Time(question.Window)}]))";
    }

    private static string Increase(ShareBelow question, IReadOnlyCollection<LabelFilter> filters) => Increase(question, question.Metric, filters);

    private static string Increase(AlertQuestion question, WatchedMetric metric, IReadOnlyCollection<LabelFilter> filters) =>
        $"sum by (job) (increase({PrometheusNames.Of(metric)}{Selector(filters)}[{Time(question.Window)}]))";

    /// <summary>RE2 refuses to have anything escaped that needs it not, so .NET's own way will not do.</summary>
    private static string Escape(string value) => string.Concat(value.Select(c => @"\.+*?()|[]{}^$".Contains(c, StringComparison.Ordinal) ? "\\" + c : c.ToString()));

    private static string Matcher(LabelFilter filter)
    {
        var label = PrometheusNames.Label(filter.Attribute);
        return filter.Values is [var only]
            ? $"{label}{(filter.Excludes ? "!=" : "=")}{Quote(only)}"
            : $"{label}{(filter.Excludes ? "!~" : "=~")}{Quote(string.Join('|', filter.Values.Select(Escape)))}";
    }
}
