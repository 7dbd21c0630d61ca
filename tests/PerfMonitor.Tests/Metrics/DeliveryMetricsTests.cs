using PerfMonitor.Metrics;

namespace PerfMonitor.Tests.Metrics;

public sealed class DeliveryMetricsTests
{
    private readonly PerfMonitorMeter _meter = Meters.Create();

    [Fact]
    public void Every_channel_and_outcome_starts_at_zero()
    {
        using var measurements = new Measurements(_meter);

        var outcomes = measurements.Now(MetricNames.Deliveries);

        Assert.Equal(
            ["channel=email outcome=delivered", "channel=email outcome=failed", "channel=push outcome=delivered", "channel=push outcome=failed", "channel=sms outcome=delivered", "channel=sms outcome=failed"],
            outcomes.Select(one => one.Attributes).Order(StringComparer.Ordinal));
        Assert.All(outcomes, one => Assert.Equal(0, one.Value));
    }

    [Fact]
    public void A_delivery_is_counted_and_its_latency_recorded()
    {
        using var measurements = new Measurements(_meter);

        _meter.Deliveries.Delivered(MessageChannel.Email, TimeSpan.FromSeconds(4));

        Assert.Equal([new Measured(MetricNames.DeliveryLatency, 4, "channel=email")], measurements.Recorded(MetricNames.DeliveryLatency));
        Assert.Contains(new Measured(MetricNames.Deliveries, 1, "channel=email outcome=delivered"), measurements.Now(MetricNames.Deliveries));
    }

    [Fact]
    public void A_delivery_before_its_sending_took_no_time()
    {
        using var measurements = new Measurements(_meter);

        _meter.Deliveries.Delivered(MessageChannel.Sms, TimeSpan.FromSeconds(-3));

        Assert.Equal([new Measured(MetricNames.DeliveryLatency, 0, "channel=sms")], measurements.Recorded(MetricNames.DeliveryLatency));
    }

    [Fact]
    public void Costs_add_up_to_a_millionth_of_a_dollar()
    {
        using var measurements = new Measurements(_meter);

        for (var i = 0; i < 1000; i++)
            _meter.Deliveries.SmsCost(0.0079m);

        Assert.Equal([new Measured(MetricNames.SmsCost, 7.9, "")], measurements.Now(MetricNames.SmsCost));
    }

    [Fact]
    public void A_channel_that_is_none_throws_nothing_and_counts_nothing()
    {
        using var measurements = new Measurements(_meter);

        _meter.Deliveries.Sent((MessageChannel)7);

        Assert.All(measurements.Now(MetricNames.MessagesSent), one => Assert.Equal(0, one.Value));
    }
}
