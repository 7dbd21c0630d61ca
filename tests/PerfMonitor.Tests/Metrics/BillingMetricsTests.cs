using PerfMonitor.Metrics;

namespace PerfMonitor.Tests.Metrics;

public sealed class BillingMetricsTests
{
    private readonly PerfMonitorMeter _meter = Meters.Create();

    [Fact]
    public void The_first_failed_payment_is_a_step_from_zero_to_one()
    {
        using var measurements = new Measurements(_meter);
        var before = measurements.Now(MetricNames.Payments);

        _meter.Billing.PaymentFailed();

        Assert.Contains(new Measured(MetricNames.Payments, 0, "outcome=failed"), before);
        Assert.Contains(new Measured(MetricNames.Payments, 1, "outcome=failed"), measurements.Now(MetricNames.Payments));
    }

    [Fact]
    public void A_gauge_that_was_never_set_says_nothing()
    {
        using var measurements = new Measurements(_meter);

        Assert.Empty(measurements.Now(MetricNames.ActiveSubscriptions));
    }

    [Fact]
    public void A_gauge_keeps_the_last_count()
    {
        using var measurements = new Measurements(_meter);

        _meter.Billing.SetActiveSubscriptions(5);
        _meter.Billing.SetActiveSubscriptions(0);

        Assert.Equal([0], measurements.Now(MetricNames.ActiveSubscriptions).Select(one => one.Value));
    }
}
