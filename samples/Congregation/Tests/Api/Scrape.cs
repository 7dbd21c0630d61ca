using Microsoft.AspNetCore.Mvc.Testing;

namespace Congregation.Tests.Api;

internal static class Scrape
{
    /// <summary>What Prometheus would get as soon as a metric is there: what happens in the background or after a response is there a moment later.</summary>
    public static async Task<string> UntilAsync(WebApplicationFactory<Program> application, string metric)
    {
        using var client = application.CreateClient();

        // The minute is for what never comes: the test is to fail then, not to hang.
        using var never = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string metrics;
        do
            metrics = await client.GetStringAsync("/metrics", never.Token);
        while (!metrics.Contains(metric, StringComparison.Ordinal));
        return metrics;
    }
}
