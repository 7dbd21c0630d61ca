using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PerfMonitor.AspNetCore.Tests.Export;

/// <summary>Takes metrics over OTLP (HTTP, protobuf) on a loopback port.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _requests = [];

    private OtlpReceiver(WebApplication app) => _app = app;

    public Uri Endpoint => new(new Uri(_app.Urls.First()), "v1/metrics");

    public IReadOnlyList<ReceivedMetric> Metrics => [.. _requests.SelectMany(OtlpMessage.Read)];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _requests.Enqueue(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }
}
