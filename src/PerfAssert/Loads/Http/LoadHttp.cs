using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace PerfAssert.Loads;

/// <summary>HTTP clients for load tests, which refuse any machine but this one unless it was named.</summary>
public static class LoadHttp
{
    /// <summary>The clients made here, which look at every connection themselves.</summary>
    private static readonly ConditionalWeakTable<HttpClient, object> s_guarded = [];

    /// <summary>A client for a system under load. Keep one for a run: it holds the connections.</summary>
    /// <param name="baseAddress">What the requests' addresses start from.</param>
    /// <param name="allowedHosts">Hosts that load may be sent to beside this machine; the environment variable <c>PERFASSERT_LOAD_HOSTS</c> names more.</param>
    /// <returns>A client without a limit on connections, cookies, proxy or timeout: a load test has its own for each request.</returns>
    /// <exception cref="PerfTestException">The address is of another machine.</exception>
    /// <remarks>Where a name leads is looked at when a connection is opened; a redirect elsewhere is refused as well, with an <see cref="HttpRequestException"/>.</remarks>
    public static HttpClient CreateClient(Uri baseAddress, params string[] allowedHosts)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        var client = new HttpClient(CreateHandler(baseAddress, AllowedHosts.Of(allowedHosts, Environment.GetEnvironmentVariable)), disposeHandler: true)
        {
            BaseAddress = baseAddress,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        s_guarded.Add(client, s_guarded);
        return client;
    }

    /// <summary>Refuses a client that was made elsewhere and whose address is not plainly of this machine, nor of a host that the environment names.</summary>
    /// <param name="client">The client.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <exception cref="PerfTestException">It leads to another machine.</exception>
    internal static void RefuseOthers(HttpClient client, Func<string, string?> environment)
    {
        if (client.BaseAddress is { IsAbsoluteUri: true } address && !address.IsLoopback && !AllowedHosts.Of([], environment).IsNamed(address.Host) && !s_guarded.TryGetValue(client, out _))
            throw AllowedHosts.Refused(address.Host);
    }

    internal static SocketsHttpHandler CreateHandler(Uri baseAddress, AllowedHosts hosts, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
    {
        if (!hosts.MayBe(baseAddress.Host))
            throw AllowedHosts.Refused(baseAddress.Host);
        return new SocketsHttpHandler
        {
            // A proxy would be another machine, and would connect to a third.
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, hosts, lookUp ?? Dns.GetHostAddressesAsync, cancellationToken),
        };
    }

    /// <summary>Connects to the very address that was looked at: a name may lead elsewhere the next time it is asked.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, AllowedHosts hosts, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await lookUp(target.Host, cancellationToken).ConfigureAwait(false);
        if (!hosts.IsNamed(target.Host) && !(addresses.Length > 0 && addresses.All(AllowedHosts.IsThisMachine)))
            throw AllowedHosts.Refused(target.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
