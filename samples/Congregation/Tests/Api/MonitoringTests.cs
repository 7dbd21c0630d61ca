using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace Congregation.Tests.Api;

public sealed class MonitoringTests(CongregationApi api) : IClassFixture<CongregationApi>
{
    private const string SlowQueries = "/api/debug/slow-queries";

    [Theory]
    [InlineData(SlowQueries)]
    [InlineData(SlowQueries + "/metrics")]
    public async Task An_anonymous_caller_sees_no_slow_query(string url)
    {
        using var client = api.WithWebHostBuilder(builder => builder.UseEnvironment("Production")).CreateClient();

        using var response = await client.GetAsync(url);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Nor_does_an_ordinary_member()
    {
        using var client = await api.SignInAsOrdinaryMemberAsync();

        using var response = await client.GetAsync(SlowQueries);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_operator_does()
    {
        using var client = await api.SignInAsync();

        using var response = await client.GetAsync(SlowQueries);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Metrics_are_served_only_where_configured()
    {
        using var client = api.CreateClient();

        using var response = await client.GetAsync("/metrics");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Prometheus_gets_operations_by_name_with_their_limits_as_buckets()
    {
        using var monitored = api.WithWebHostBuilder(builder => builder.UseSetting("Monitoring:Prometheus", "true"));
        using var client = monitored.CreateClient();
        using (await client.GetAsync("/conversations/7"))
        {
        }

        var metrics = await Scrape.UntilAsync(monitored, "perfmonitor_operation_duration_seconds_count");

        var bucket = metrics.Split('\n').Single(line => line.StartsWith("perfmonitor_operation_duration_seconds_bucket", StringComparison.Ordinal)
            && line.Contains("operation=\"conversations.get\"", StringComparison.Ordinal) && line.Contains("le=\"0.4\"", StringComparison.Ordinal));
        Assert.Contains("outcome=\"success\"", bucket, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_payment_is_counted_from_zero()
    {
        using var monitored = api.WithWebHostBuilder(builder => builder.UseSetting("Monitoring:Prometheus", "true"));
        using var client = monitored.CreateClient();

        var metrics = await client.GetStringAsync("/metrics");

        Assert.Contains(metrics.Split('\n'), line => line.StartsWith("billing_payments_total{", StringComparison.Ordinal)
            && line.Contains("outcome=\"failed\"} 0", StringComparison.Ordinal));
    }
}
