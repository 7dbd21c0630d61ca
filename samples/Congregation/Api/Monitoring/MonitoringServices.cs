using Congregation.Api.Auth;
using Congregation.Data.Entities;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using PerfMonitor;
using PerfMonitor.AspNetCore;
using PerfMonitor.Metrics;

namespace Congregation.Api.Monitoring;

internal static class MonitoringServices
{
    public static IServiceCollection AddMonitoring(this IServiceCollection services, IConfiguration configuration)
    {
        var options = Options(configuration);
        services.AddPerfMonitor(monitor => monitor.BudgetsPath = Path.Combine(AppContext.BaseDirectory, "perf-budgets.json"));
        if (options.Prometheus || options.Otlp.Endpoint.Length > 0)
            services.AddHostedService<SubscriptionCounter>();
        services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter("PerfMonitor", "Npgsql");
            if (options.Prometheus)
                metrics.AddPrometheusExporter();
            if (options.Otlp.Endpoint.Length > 0)
                metrics.AddOtlpExporter((exporter, reader) =>
                {
                    exporter.Endpoint = new Uri(options.Otlp.Endpoint);
                    exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                    if (options.Otlp.ApiKey.Length > 0)
                        exporter.Headers = $"api-key={options.Otlp.ApiKey}";

                    // What New Relic asks for.
                    reader.TemporalityPreference = MetricReaderTemporalityPreference.Delta;
                });
        });
        return services;
    }

    public static void MapMonitoring(this WebApplication app)
    {
        app.MapSlowQueries(AuthServices.OperatorPolicy);
        if (Options(app.Configuration).Prometheus)
            app.MapPrometheusScrapingEndpoint();
    }

    public static MessageChannel ToMetric(this DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Sms => MessageChannel.Sms,
        DeliveryChannel.Email => MessageChannel.Email,
        DeliveryChannel.Push => MessageChannel.Push,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    private static MonitoringOptions Options(IConfiguration configuration) =>
        configuration.GetSection("Monitoring").Get<MonitoringOptions>() ?? new MonitoringOptions();
}
