using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using PerfMonitor.Metrics;

namespace PerfMonitor.AspNetCore.Tests.Export;

public sealed class OtlpTests
{
    [Fact]
    public async Task Every_instrument_arrives_and_limits_are_bucket_boundaries_without_a_view()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var services = Meters.Services(Budgets.Parse("""
            "messages.list": { "p95": { "warning": "437 ms", "critical": "1.1 s" } }
            """));
        using (var provider = Sdk.CreateMeterProviderBuilder().AddMeter(MetricNames.Meter)
            .AddOtlpExporter(options => (options.Endpoint, options.Protocol) = (receiver.Endpoint, OtlpExportProtocol.HttpProtobuf)).Build())
        {
            UseEverything(services);
            Assert.True(provider.ForceFlush());
        }

        // Meters of other tests have the same name and may be exported, too.
        var metrics = receiver.Metrics;
        Assert.Empty(Expected.Except(metrics.Select(metric => metric.Name)));
        Assert.Contains(metrics, metric => metric is { Name: MetricNames.OperationDuration, Unit: "s" } && metric.Bounds.Contains(0.437) && metric.Bounds.Contains(1.1));
        Assert.Contains(metrics, metric => metric.Name == MetricNames.DbDuration && metric.Bounds.Contains(0.5) && metric.Bounds.Contains(2));
        Assert.Contains(metrics, metric => metric.Name == MetricNames.DeliveryLatency && metric.Bounds.Contains(5) && metric.Bounds.Contains(15));
    }

    // Attributes and the meter's name begin otherwise.
    private static readonly string[] Expected =
    [
        .. typeof(MetricNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .Where(name => name.StartsWith("perfmonitor.", StringComparison.Ordinal) || name.StartsWith("messaging.", StringComparison.Ordinal) || name.StartsWith("billing.", StringComparison.Ordinal))
            .Append(MetricNames.DbDuration),
    ];

    private static void UseEverything(IServiceProvider services)
    {
        var meter = services.GetRequiredService<PerfMonitorMeter>();
        meter.Operations.Get("messages.list").Record(TimeSpan.FromMilliseconds(1), OperationOutcome.Success, null);
        meter.Requests.Record(1, 0);
        meter.Timed.Time("render", () => { });
        meter.Deliveries.Delivered(MessageChannel.Sms, TimeSpan.FromSeconds(1));
        meter.Billing.SetActiveSubscriptions(1);
        meter.Billing.SetExpiringTrials(1);
        using var db = new MemoryContext(services);
        db.Database.OpenConnection();
        Assert.Equal([1], db.Database.SqlQueryRaw<int>("SELECT 1 AS \"Value\"").ToList());
    }
}
