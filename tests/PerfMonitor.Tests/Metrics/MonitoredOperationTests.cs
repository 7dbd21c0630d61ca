using PerfMonitor.Metrics;

namespace PerfMonitor.Tests.Metrics;

public sealed class MonitoredOperationTests
{
    private const string Name = "messages.list";

    private readonly PerfMonitorMeter _meter = Meters.Create();

    [Fact]
    public void Errors_and_slow_operations_are_there_at_zero_before_the_first()
    {
        using var measurements = new Measurements(_meter);

        Assert.Equal(
            [
                new Measured(MetricNames.OperationErrors, 0, $"operation={Name} error.type=500"),
                new Measured(MetricNames.OperationErrors, 0, $"operation={Name} error.type=_OTHER"),
            ],
            measurements.Now(MetricNames.OperationErrors).OrderBy(one => one.Attributes, StringComparer.Ordinal));
        Assert.Equal([0, 0], measurements.Now(MetricNames.OperationSlow).Select(one => one.Value));
    }

    [Fact]
    public void A_counter_keeps_what_was_counted_before_anyone_listened()
    {
        Record(1, OperationOutcome.Failure, "500");

        using var measurements = new Measurements(_meter);

        Assert.Contains(new Measured(MetricNames.OperationErrors, 1, $"operation={Name} error.type=500"), measurements.Now(MetricNames.OperationErrors));
    }

    [Theory]
    [InlineData(400, 0, 0)]
    [InlineData(401, 1, 0)]
    [InlineData(1000, 1, 0)]
    [InlineData(1001, 0, 1)]
    public void An_operation_is_slow_over_its_limit_and_in_one_severity_alone(int milliseconds, int warnings, int criticals)
    {
        Record(milliseconds);

        using var measurements = new Measurements(_meter);
        Assert.Equal(
            [
                new Measured(MetricNames.OperationSlow, warnings, $"operation={Name} severity=warning"),
                new Measured(MetricNames.OperationSlow, criticals, $"operation={Name} severity=critical"),
            ],
            measurements.Now(MetricNames.OperationSlow));
    }

    [Fact]
    public void What_a_caller_gave_up_is_not_slow()
    {
        Record(5000, OperationOutcome.Aborted);

        using var measurements = new Measurements(_meter);
        Assert.All(measurements.Now(MetricNames.OperationSlow), one => Assert.Equal(0, one.Value));
    }

    [Fact]
    public void Error_types_without_end_are_a_few_series_and_every_error_is_counted()
    {
        for (var i = 0; i < 1000; i++)
            Record(1, OperationOutcome.Failure, $"Made.Up{i}");

        using var measurements = new Measurements(_meter);
        var errors = measurements.Now(MetricNames.OperationErrors);
        Assert.Equal((MonitoredOperation.MostErrorTypes, 1000), (errors.Count, errors.Sum(one => one.Value)));
    }

    private void Record(int milliseconds, OperationOutcome outcome = OperationOutcome.Success, string? error = null) =>
        _meter.Operations.Get(Name).Record(TimeSpan.FromMilliseconds(milliseconds), outcome, error);
}
