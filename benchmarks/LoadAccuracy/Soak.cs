using System.Diagnostics;
using System.Globalization;
using PerfAssert.Loads;
using Spectre.Console;

namespace PerfTooling.LoadAccuracy;

/// <summary>As many requests in two minutes as 667 a second are in half an hour, and what the generator's process holds on to meanwhile.</summary>
internal static class Soak
{
    public static async Task RunAsync()
    {
        using var server = new ServerProcess();
        using var client = Clients.Http(server.Address);
        await Clients.WarmUpAsync(client);

        var table = new Table().MarkdownBorder().AddColumns("After", "Answered", "Failed", "Dropped", "p99 of the last second", "On the heap", "Working set");
        var progress = new Listener(report =>
        {
            if (Math.Round(report.Elapsed.TotalSeconds) % 15 != 0)
                return;
            // What is still in use; the collection is seen in the percentiles of that second.
            var heap = GC.GetTotalMemory(forceFullCollection: true);
            using var process = Process.GetCurrentProcess();
            table.AddRow($"{report.Elapsed.TotalSeconds:0} s", Number(report.Succeeded), Number(report.Failed), Number(report.Dropped), $"{Number(report.Latency.P99 / 1e6, "0.0")} ms", $"{Number(heap / 1e6, "0.0")} MB", $"{process.WorkingSet64 / 1_000_000} MB");
        });
        var cpu = Cpu();
        var start = Stopwatch.GetTimestamp();
        var measurement = await LoadGenerator.RunAsync(
            async iteration => await client.GetStringAsync(new Uri("plain", UriKind.Relative), iteration.Cancellation),
            LoadProfile.ConstantRate(10_000, TimeSpan.FromMinutes(2)) with { MaxRequests = 10_000_000 },
            progress);
        var cores = (Cpu() - cpu) / Stopwatch.GetElapsedTime(start);
        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measurement.Offered:#,0} offered, {measurement.Succeeded:#,0} answered, {measurement.Failed:#,0} failed, {measurement.Dropped:#,0} dropped; {measurement.Throughput:#,0} a second; {cores:0.00} of {Environment.ProcessorCount} cores"));
        foreach (var (name, figures) in new[] { ("latency", measurement.Latency), ("service time", measurement.ServiceTime), ("start delay", measurement.StartDelay) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: p50 {figures.P50 / 1e6:0.00} ms, p95 {figures.P95 / 1e6:0.00} ms, p99 {figures.P99 / 1e6:0.00} ms, p99.9 {figures.P999 / 1e6:0.00} ms, max {figures.Max / 1e6:0.00} ms"));
        Console.WriteLine(measurement.Saturated is null ? "The generator kept up." : $"The generator was saturated: {measurement.Saturated}");
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static string Number(double value, string format = "#,0") => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed class Listener(Action<LoadProgress> listen) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => listen(value);
    }
}
