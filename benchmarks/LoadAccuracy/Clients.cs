using System.Net;
using PerfAssert.Loads;

namespace PerfTooling.LoadAccuracy;

/// <summary>What sends the requests.</summary>
internal static class Clients
{
    /// <summary>As an application makes one, without cookies and proxies that nobody here has.</summary>
    public static HttpClient Http(Uri address) =>
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Until both sides are compiled.</summary>
    public static async Task WarmUpAsync(HttpClient client) =>
        await LoadGenerator.RunAsync(async iteration => await client.GetStringAsync(new Uri("plain", UriKind.Relative), iteration.Cancellation), LoadProfile.ConstantUsers(8, TimeSpan.FromSeconds(3)));
}
