using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PerfTooling.LoadAccuracy;

/// <summary>Answers by the plan. A process of its own, that says where it listens and ends with its standard input.</summary>
internal static class StandInServer
{
    private static readonly ConcurrentDictionary<long, double> Served = [];
    private static long _origin;

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/plain", () => "Hello, world");
        app.MapGet("/after/{milliseconds:int}", async (int milliseconds) =>
        {
            await Task.Delay(milliseconds);
            return "Hello, world";
        });
        app.MapGet("/planned/{request:long}", (long request) => AnswerAsync(request, stalls: false));
        app.MapGet("/stalling/{request:long}", (long request) => AnswerAsync(request, stalls: true));
        // Milliseconds by number, which are forgotten.
        app.MapGet("/served", () =>
        {
            var served = string.Join(';', Served.OrderBy(pair => pair.Key).Select(pair => pair.Value.ToString("0.###", CultureInfo.InvariantCulture)));
            Served.Clear();
            return served;
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task<string> AnswerAsync(long request, bool stalls)
    {
        var begin = Stopwatch.GetTimestamp();
        if (request == 0)
            Interlocked.Exchange(ref _origin, begin);
        var wait = stalls ? ServicePlan.Wait(Stopwatch.GetElapsedTime(Interlocked.Read(ref _origin))) : TimeSpan.Zero;
        await Task.Delay(wait + ServicePlan.ServiceTime(request));
        Served[request] = (Stopwatch.GetElapsedTime(begin) - wait).TotalMilliseconds;
        return request.ToString(CultureInfo.InvariantCulture);
    }
}
