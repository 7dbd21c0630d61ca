using PerfMonitor.Metrics;

namespace PerfMonitor.Tests.Metrics;

public sealed class PerfMetricsTests
{
    private readonly PerfMonitorMeter _meter = Meters.Create();

    [Fact]
    public async Task What_is_timed_is_recorded_under_its_name_and_its_result_returned()
    {
        using var measurements = new Measurements(_meter);

        var result = _meter.Timed.Time("a", () => 1) + await _meter.Timed.TimeAsync("b", () => Task.FromResult(2));

        Assert.Equal(3, result);
        Assert.Equal(["operation=a", "operation=b"], measurements.Recorded(MetricNames.TimedDuration).Select(one => one.Attributes));
    }

    [Fact]
    public async Task What_fails_is_recorded_and_thrown_on_unchanged()
    {
        using var measurements = new Measurements(_meter);
        var error = new FormatException();

        var thrown = await Assert.ThrowsAsync<FormatException>(() => _meter.Timed.TimeAsync("a", () => Task.FromException(error)));

        Assert.Same(error, thrown);
        Assert.Equal(["operation=a error.type=System.FormatException"], measurements.Recorded(MetricNames.TimedDuration).Select(one => one.Attributes));
    }

    [Fact]
    public void A_timer_disposed_twice_is_recorded_once()
    {
        using var measurements = new Measurements(_meter);
        var timer = _meter.Timed.Start("a");

        timer.Dispose();
        timer.Dispose();

        Assert.Single(measurements.Recorded(MetricNames.TimedDuration));
    }

    [Fact]
    public async Task A_database_call_of_ones_own_stands_beside_EF_Cores()
    {
        using var measurements = new Measurements(_meter);

        await _meter.Timed.TrackDatabaseOperation("postgresql", "invoices", "SELECT", () => Task.FromResult(0));

        Assert.Equal(
            ["db.system.name=postgresql db.collection.name=invoices db.operation.name=SELECT"],
            measurements.Recorded(MetricNames.DbDuration).Select(one => one.Attributes));
    }
}
