using System.Globalization;
using PerfAssert.Loads;
using Spectre.Console;

namespace PerfTooling.LoadAccuracy;

/// <summary>
/// Reported percentiles beside the true ones: those of arrivals on schedule, each of which waits for the end of a stall that it falls into and then as
/// long as the server itself saw its service take. On a machine with other work that is longer than planned.
/// </summary>
internal static class Accuracy
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    public static async Task RunAsync()
    {
        using var server = new ServerProcess();
        using var client = Clients.Http(server.Address);
        await Clients.WarmUpAsync(client);

        var table = new Table().MarkdownBorder().AddColumns("System", "Load", "Requests", "p50, true", "p50", "p95, true", "p95", "p99, true", "p99", "p99 is off by", "Said of the generator");
        foreach (var stalls in new[] { false, true })
        {
            foreach (var rate in new[] { 100, 1_000 })
                await AddAsync(client, table, stalls, $"{rate:#,0} arrivals/s", LoadProfile.ConstantRate(rate, Duration));
            await AddAsync(client, table, stalls, "0 to 200 arrivals/s", new LoadProfile { Model = LoadModel.Open, Start = 0, Stages = [new(Duration, 200)] });
            // As many users as send 100 requests a second where nothing stalls: 60 ms each.
            await AddAsync(client, table, stalls, "6 users", LoadProfile.ConstantUsers(6, Duration), LoadProfile.ConstantRate(100, Duration));
        }

        AnsiConsole.Profile.Width = 220;
        AnsiConsole.Write(table);
    }

    private static async Task AddAsync(HttpClient client, Table table, bool stalls, string load, LoadProfile profile, LoadProfile? arrivals = null)
    {
        var path = stalls ? "stalling" : "planned";
        var measurement = await LoadGenerator.RunAsync(
            async iteration => await client.GetStringAsync(new Uri($"{path}/{iteration.Number}", UriKind.Relative), iteration.Cancellation),
            profile with { MaxInFlight = 10_000 });
        var served = (await client.GetStringAsync(new Uri("served", UriKind.Relative))).Split(';').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var truth = Truth(arrivals ?? profile, stalls, served);
        table.AddRow(
            stalls ? "stalls twice, for 2 s" : "steady",
            load,
            measurement.Succeeded.ToString("#,0", CultureInfo.InvariantCulture) + (measurement.Failed > 0 ? $" ({measurement.Failed} failed: {measurement.Errors[0].Kind})" : ""),
            Text(truth.P50), Text(measurement.Latency.P50),
            Text(truth.P95), Text(measurement.Latency.P95),
            Text(truth.P99), Text(measurement.Latency.P99),
            string.Create(CultureInfo.InvariantCulture, $"{100 * ((measurement.Latency.P99 / truth.P99) - 1):+0.0;-0.0} %"),
            measurement.Saturated ?? "-");
    }

    private static LoadLatency Truth(LoadProfile profile, bool stalls, double[] served)
    {
        var curve = new RateCurve(profile.Start, profile.Stages);
        var latencies = new LatencyHistogram();
        for (long arrival = 0; arrival < curve.Arrivals; arrival++)
        {
            var wait = stalls ? ServicePlan.Wait(TimeSpan.FromSeconds(curve.DueAt(arrival) - curve.DueAt(0))) : TimeSpan.Zero;
            // Users sent fewer than would have arrived: those had been served alike.
            latencies.Add((long)(wait.TotalNanoseconds + (served[arrival % served.Length] * 1e6)));
        }

        return latencies.Summarize();
    }

    private static string Text(double nanoseconds) => (nanoseconds / 1e6).ToString("#,0", CultureInfo.InvariantCulture) + " ms";
}
