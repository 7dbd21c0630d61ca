using System.Reflection;
using PerfMonitor.Metrics;
using PerfTool.Alerts;
using PerfTool.Alerts.Prometheus;

namespace PerfTool.Tests.Alerts;

public class WatchedMetricTests
{
    [Fact]
    public void Every_instrument_that_PerfMonitor_has_is_known()
    {
        var attributes = new[] { nameof(MetricNames.Meter), nameof(MetricNames.DbSystem), nameof(MetricNames.DbCollection), nameof(MetricNames.DbOperation), nameof(MetricNames.ErrorType), nameof(MetricNames.Severity), nameof(MetricNames.Operation), nameof(MetricNames.Outcome), nameof(MetricNames.Channel) };

        var names = typeof(MetricNames).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => !attributes.Contains(field.Name)).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(names.Order(), WatchedMetric.All.Select(metric => metric.Name).Order());
    }

    [Theory]
    [InlineData("db.client.operation.duration", MetricKind.Histogram, "s", "db_client_operation_duration_seconds")]
    [InlineData("billing.payments", MetricKind.Counter, "{payment}", "billing_payments_total")]
    [InlineData("perfmonitor.slow_query_log.size", MetricKind.Gauge, "By", "perfmonitor_slow_query_log_size_bytes")]
    [InlineData("a..b-c", MetricKind.Gauge, "", "a_b_c")]
    internal void Prometheus_has_names_of_its_own(string name, MetricKind kind, string unit, string expected) =>
        Assert.Equal(expected, PrometheusNames.Of(new WatchedMetric(name, kind, unit)));
}
