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
}
