using System.Globalization;
using PerfAssert.Loads;
using Spectre.Console;

namespace PerfTooling.LoadAccuracy;

/// <summary>wrk and the closed model by turns, with as many users as connections: how much of wrk's rate is reached, and at which latencies.</summary>
internal static class BesideWrk
{
    private const int Rounds = 5;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        using var server = new ServerProcess();
        using var client = Clients.Http(server.Address);
        await Clients.WarmUpAsync(client);
        var table = new Table().MarkdownBorder().AddColumns("Service time", "Connections", "By", "Requests/s", "Of wrk's", "p50", "p99", "Said of the generator");
        foreach (var (name, path, users) in new[] { ("none", "plain", 16), ("2 ms", "after/2", 16), ("10 ms", "after/10", 64), ("50 ms", "after/50", 256) })
        {
            using var raw = new RawClient(server.Address, path);
            var url = new Uri(server.Address, path);
            List<Offered> wrk = [], http = [], sockets = [];
            string? httpSaid = null, socketsSaid = null;
            for (var round = 0; round < Rounds; round++)
            {
                wrk.Add(await Wrk.RunAsync(url, users, Duration));
                http.Add(await OurAsync(async iteration => await client.GetStringAsync(url, iteration.Cancellation), users, said => httpSaid ??= said));
                sockets.Add(await OurAsync(iteration => raw.SendAsync(iteration.User, iteration.Cancellation), users, said => socketsSaid ??= said));
            }

            AddRow("wrk", wrk, null);
            AddRow("HttpClient", http, httpSaid);
            AddRow("sockets", sockets, socketsSaid);

            void AddRow(string by, List<Offered> rounds, string? said) => table.AddRow(
                name, users.ToString(CultureInfo.InvariantCulture), by,
                Median(rounds, round => round.Rate).ToString("#,0", CultureInfo.InvariantCulture),
                // Round by round, so that both stood beside the same neighbours.
                $"{100 * Median([.. rounds.Select((round, i) => round with { Rate = round.Rate / wrk[i].Rate })], round => round.Rate):0} %",
                Text(Median(rounds, round => round.P50)), Text(Median(rounds, round => round.P99)), said ?? "-");
        }

        AnsiConsole.Profile.Width = 220;
        AnsiConsole.Write(table);
    }

    private static async Task<Offered> OurAsync(Func<LoadIteration, ValueTask> request, int users, Action<string> say)
    {
        var measurement = await LoadGenerator.RunAsync(request, LoadProfile.ConstantUsers(users, Duration) with { MaxRequests = 100_000_000 });
        if (measurement.Failed > 0)
            throw new InvalidOperationException($"{measurement.Failed} requests failed: {measurement.Errors[0].Example}");
        if (measurement.Saturated is { } said)
            say(said);
        return new Offered(measurement.Throughput, measurement.Latency.P50, measurement.Latency.P99);
    }

    private static double Median(IReadOnlyList<Offered> rounds, Func<Offered, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);

    private static string Text(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms");
}
