using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads;

/// <summary>Real sockets and a system that fails: each run ends by itself with a measurement that says what happened.</summary>
public class SocketFaultTests
{
    [Fact]
    public async Task All_of_it_is_answered_by_a_server_that_works()
    {
        using var server = new LoopbackServer(LoopbackServer.Answering());
        var measurement = await Run($"http://127.0.0.1:{server.Port}", LoadProfile.ConstantRate(100, TimeSpan.FromSeconds(1)));
        Assert.Equal((LoadEnd.Completed, 100, 100, 100, 0), (measurement.End, measurement.Offered, measurement.Started, measurement.Succeeded, measurement.Failed));
    }

    [Fact]
    public async Task A_server_that_dies_leaves_what_it_answered_before_and_errors()
    {
        var answers = 0;
        LoopbackServer? server = null;
        using var running = server = new LoopbackServer(LoopbackServer.Answering(() =>
        {
            if (Interlocked.Increment(ref answers) == 40)
                server!.Dispose();
            return Task.CompletedTask;
        }));
        var measurement = await Run($"http://127.0.0.1:{server.Port}", LoadProfile.ConstantRate(100, TimeSpan.FromSeconds(1)));
        Assert.Equal((100, LoadEnd.Completed), (measurement.Succeeded + measurement.Failed, measurement.End));
        Assert.InRange(measurement.Succeeded, 1, 39);
        Assert.Contains(measurement.Errors, errors => errors.Kind == "HttpRequestException (ConnectionError, ConnectionRefused)");
    }

    [Fact]
    public async Task Nobody_listens()
    {
        var measurement = await Run($"http://127.0.0.1:{LoopbackServer.ClosedPort()}", LoadProfile.ConstantRate(50, TimeSpan.FromSeconds(1)));
        Assert.Equal(("HttpRequestException (ConnectionError, ConnectionRefused)", 50), (Assert.Single(measurement.Errors).Kind, measurement.Failed));
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var server = new LoopbackServer(async stream =>
        {
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(certificate);
            await LoopbackServer.Answering()(tls);
        });
        var measurement = await Run($"https://127.0.0.1:{server.Port}", LoadProfile.ConstantRate(20, TimeSpan.FromSeconds(1)));
        Assert.Equal(("HttpRequestException (SecureConnectionError, AuthenticationException)", 20), (Assert.Single(measurement.Errors).Kind, measurement.Failed));
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up()
    {
        using var server = new LoopbackServer(async stream =>
        {
            await LoopbackServer.ReadRequestAsync(stream);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray());
            for (var i = 0; i < 1_000; i++)
            {
                await stream.WriteAsync("."u8.ToArray());
                await Task.Delay(50);
            }
        });
        var measurement = await Run($"http://127.0.0.1:{server.Port}", LoadProfile.ConstantRate(20, TimeSpan.FromSeconds(1)) with { RequestTimeout = TimeSpan.FromSeconds(0.5) });
        Assert.Equal((new LoadErrors("timeout", 20, "no answer within 0:00:00.5"), 0), (Assert.Single(measurement.Errors), measurement.Abandoned));
    }

    [Fact]
    public async Task Answers_with_an_error_count_by_status()
    {
        using var server = new LoopbackServer(async stream =>
        {
            while (await LoopbackServer.ReadRequestAsync(stream))
                await stream.WriteAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        });
        var measurement = await Run($"http://127.0.0.1:{server.Port}", LoadProfile.ConstantUsers(2, TimeSpan.FromSeconds(10)) with { MaxRequests = 20 });
        Assert.Equal(("status 503", 20, LoadEnd.RequestLimit), (Assert.Single(measurement.Errors).Kind, measurement.Failed, measurement.End));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_the_server_hangs_keeps_what_was_answered_before()
    {
        var answers = 0;
        using var cancellation = new CancellationTokenSource();
        using var server = new LoopbackServer(LoopbackServer.Answering(() =>
        {
            var answer = Interlocked.Increment(ref answers);
            if (answer == 35)
                cancellation.Cancel();
            return answer <= 30 ? Task.CompletedTask : Task.Delay(Timeout.Infinite);
        }));
        var measurement = await Run($"http://127.0.0.1:{server.Port}", LoadProfile.ConstantRate(50, TimeSpan.FromSeconds(10)), cancellation.Token);
        Assert.Equal((LoadEnd.Cancelled, 0), (measurement.End, measurement.Failed));
        Assert.InRange(measurement.Succeeded, 1, 30);
        Assert.Equal(measurement.Started, measurement.Succeeded + measurement.Unfinished);
    }

    [Fact]
    public async Task Requests_see_the_AsyncLocals_of_the_code_that_started_the_run_and_none_of_each_other()
    {
        var local = new AsyncLocal<string> { Value = "test" };
        var seen = new System.Collections.Concurrent.ConcurrentBag<string?>();
        await LoadGenerator.RunAsync(_ => { seen.Add(local.Value); local.Value = "request"; return default; }, LoadProfile.ConstantUsers(2, TimeSpan.FromSeconds(5)) with { MaxRequests = 50 });
        Assert.All(seen, value => Assert.Equal("test", value));
    }

    private static async Task<LoadMeasurement> Run(string address, LoadProfile profile, CancellationToken cancellation = default)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address) };
        return await LoadGenerator.RunAsync(async iteration => await client.GetStringAsync(new Uri("/", UriKind.Relative), iteration.Cancellation), profile, cancellation: cancellation);
    }
}
