using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Congregation.Tests.Chain;

/// <summary>Stand-ins for PagerDuty, Slack and a mail server: they keep what they are sent. Beside them, a service whose metrics the test decides.</summary>
internal sealed class Receivers : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentQueue<Message> _messages = new();
    private readonly CancellationTokenSource _end = new();
    private readonly WebApplication _web;
    private readonly Task _mail;

    private Receivers(WebApplication web, int mailPort)
    {
        _web = web;
        MailPort = mailPort;
        var services = new ServiceCollection().AddSingleton<IMessageStore>(this).BuildServiceProvider();
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, mailPort))).Build();
        _mail = new SmtpServer.SmtpServer(options, services).StartAsync(_end.Token);
        web.MapPost("/pagerduty", async (HttpRequest request) => Keep(Message.FromPagerDuty((await JsonNode.ParseAsync(request.Body))!), 202));
        web.MapPost("/slack", async (HttpRequest request) => Keep(Message.FromSlack((await JsonNode.ParseAsync(request.Body))!), 200));
        web.MapGet("/metrics", () => Results.Text(Metrics));
    }

    public IReadOnlyCollection<Message> Messages => _messages;

    public int MailPort { get; }

    public Uri Address => new(_web.Urls.Single());

    /// <summary>What the other service shows to Prometheus.</summary>
    public string Metrics { get; set; } = "";

    public static async Task<Receivers> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receivers = new Receivers(builder.Build(), FreePort());
        await receivers._web.StartAsync();
        return receivers;
    }

    /// <summary>A port that nobody has now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(buffer);
        _messages.Enqueue(new Message("email", text.Split("\r\n").First(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..], text));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _end.CancelAsync();
        await _mail;
        _end.Dispose();
    }

    private IResult Keep(Message message, int status)
    {
        _messages.Enqueue(message);
        return Results.StatusCode(status);
    }
}
