using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;
using PerfTooling.Shared;

namespace Congregation.Tests.Chain;

/// <summary>
/// The whole way: the application serves metrics, Prometheus judges them by the checked-in rules, Alertmanager sends by the checked-in routes, and stand-ins receive. Of the files only durations
/// and addresses are changed, since nobody waits ten minutes for a test.
/// </summary>
public abstract class MonitoringChain : IAsyncLifetime
{
    private static readonly string s_files = Path.Combine(AppContext.BaseDirectory, "monitoring");

    private readonly string _folder = Directory.CreateTempSubdirectory("congregation-chain-").FullName;
    private readonly HttpClient _client = new();
    private readonly List<ChildProcess> _servers = [];

    // What never comes is to fail the test, not to hang it.
    private readonly CancellationTokenSource _never = new(TimeSpan.FromMinutes(3));

    private Receivers _receivers = null!;
    private MonitoredApi? _api;
    private int _prometheus;
    private int _alertmanager;

    private protected string Folder => _folder;

    private protected abstract MonitoredApi CreateApi();

    public IReadOnlyCollection<Message> Messages { get; private set; } = [];

    /// <summary>Alerts that fire, as "name severity", and whether Alertmanager holds them back.</summary>
    public IReadOnlyDictionary<string, string> States { get; private set; } = new Dictionary<string, string>();

    /// <summary>Metrics of the rule file that the application has not shown to Prometheus.</summary>
    public IReadOnlyCollection<string> MetricsNotServed { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (!PrometheusTools.AreInstalled)
            return;
        _receivers = await Receivers.StartAsync();
        _receivers.Metrics = "# TYPE billing_payments counter\nbilling_payments_total{outcome=\"failed\"} 0\n";
        _api = CreateApi();
        _servers.Add(_api.Process);
        StartAlertmanager();
        StartPrometheus();

        // Counters have been seen at zero before anything happens.
        await UntilAsync(async () => (await ValuesAsync("billing_payments_total{outcome=\"failed\"}")).Count == 2
            && (await ValuesAsync("count_over_time(messaging_delivery_outcomes_total{outcome=\"failed\",channel=\"sms\"}[30s])")).Any(count => count >= 2));
        await FailDeliveriesAsync();
        await FailPaymentAsync();
        _receivers.Metrics = "# nothing any more\n";

        await UntilAsync(() => Task.FromResult(_receivers.Messages.Count >= 4));
        await UntilAsync(async () => (States = await StatesAsync()).Count >= 4);
        Messages = [.. _receivers.Messages];
        MetricsNotServed = await NotServedAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
            server.Dispose();
        _api?.Dispose();
        if (_receivers is not null)
            await _receivers.DisposeAsync();
        _client.Dispose();
        _never.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void StartAlertmanager()
    {
        var text = Quicker(File.ReadAllText(Path.Combine(s_files, "alertmanager.yml")))
            .Replace("localhost:25", $"127.0.0.1:{_receivers.MailPort}", StringComparison.Ordinal)
            .Replace("smtp_require_tls: true", "smtp_require_tls: false", StringComparison.Ordinal)
            .Replace("https://events.pagerduty.com/v2/enqueue", new Uri(_receivers.Address, "/pagerduty").ToString(), StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_folder, "secrets"));
        File.WriteAllText(Path.Combine(_folder, "secrets", "pagerduty-key"), "key");
        File.WriteAllText(Path.Combine(_folder, "secrets", "slack-url"), new Uri(_receivers.Address, "/slack").ToString());
        File.WriteAllText(Path.Combine(_folder, "alertmanager.yml"), text);
        _alertmanager = Receivers.FreePort();
        _servers.Add(new ChildProcess(
            PrometheusTools.Alertmanager, _folder, "--config.file=alertmanager.yml", "--storage.path=alertmanager", "--cluster.listen-address=", $"--web.listen-address=127.0.0.1:{_alertmanager}"));
    }

    private void StartPrometheus()
    {
        File.WriteAllText(Path.Combine(_folder, "rules.yml"), Quicker(File.ReadAllText(Path.Combine(s_files, "prometheus-rules.yml"))));
        File.WriteAllText(Path.Combine(_folder, "prometheus.yml"), $$"""
            global: { scrape_interval: 1s, evaluation_interval: 1s }
            rule_files: [rules.yml]
            alerting: { alertmanagers: [{ static_configs: [{ targets: ["127.0.0.1:{{_alertmanager}}"] }] }] }
            scrape_configs:
              - { job_name: congregation, static_configs: [{ targets: ["{{_api!.Address.Authority}}"] }] }
              - { job_name: legacy, static_configs: [{ targets: ["{{_receivers.Address.Authority}}"] }] }

            """);
        _prometheus = Receivers.FreePort();
        _servers.Add(new ChildProcess(PrometheusTools.Prometheus, _folder, "--config.file=prometheus.yml", "--storage.tsdb.path=prometheus", $"--web.listen-address=127.0.0.1:{_prometheus}"));
    }

    /// <summary>The same file with shorter times.</summary>
    private static string Quicker(string text) => Regex.Replace(
        text,
        @"\[(?<window>10m|1h|1d)\]|(?<name>for|group_wait|group_interval): \d+[smh]",
        match => match.Groups["name"].Success ? $"{match.Groups["name"].Value}: 1s" : "[2m]");

    /// <summary>A provider gives up more messages than the minimum volume, and delivers one.</summary>
    private async Task FailDeliveriesAsync()
    {
        List<long> ids;
        using (var db = _api!.CreateContext())
        {
            ids = await db.Deliveries.Where(delivery => delivery.Channel == DeliveryChannel.Sms).OrderBy(delivery => delivery.Id).Take(30).Select(delivery => delivery.Id).ToListAsync();
            foreach (var id in ids)
                await db.Deliveries.Where(delivery => delivery.Id == id).ExecuteUpdateAsync(update => update.SetProperty(row => row.Status, DeliveryStatus.Sent).SetProperty(row => row.ProviderMessageId, $"pm-{id}"));
        }

        foreach (var id in ids)
            await ReportAsync("/webhooks/deliveries", new { ProviderMessageId = $"pm-{id}", Delivered = id == ids[0], At = "2026-01-31T12:00:00Z" });
    }

    private async Task FailPaymentAsync()
    {
        string number;
        using (var db = _api!.CreateContext())
            number = await db.Invoices.OrderBy(invoice => invoice.Id).Select(invoice => invoice.Number).FirstAsync();
        await ReportAsync("/webhooks/payments", new { InvoiceNumber = number, Succeeded = false, At = "2026-01-31T12:00:00Z" });
    }

    private async Task<IReadOnlyCollection<string>> NotServedAsync()
    {
        var names = Regex.Matches(File.ReadAllText(Path.Combine(s_files, "prometheus-rules.yml")), @"\b(?:perfmonitor|db_client|messaging|billing)_\w+").Select(match => match.Value).Distinct();
        List<string> missing = [];
        foreach (var name in names)
        {
            if ((await ValuesAsync($"count({name}{{job=\"congregation\"}})")).Count == 0)
                missing.Add(name);
        }

        return missing;
    }

    private async Task ReportAsync(string path, object report)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_api!.Address, path)) { Content = JsonContent.Create(report) };
        request.Headers.Add("X-Webhook-Secret", MonitoredApi.WebhookSecret);
        using var response = await _client.SendAsync(request, _never.Token);
        response.EnsureSuccessStatusCode();
    }

    private async Task<IReadOnlyList<double>> ValuesAsync(string query)
    {
        var answer = JsonNode.Parse(await _client.GetStringAsync(new Uri($"http://127.0.0.1:{_prometheus}/api/v1/query?query={Uri.EscapeDataString(query)}"), _never.Token))!;
        return [.. answer["data"]!["result"]!.AsArray().Select(sample => double.Parse((string)sample!["value"]![1]!, CultureInfo.InvariantCulture))];
    }

    private async Task<IReadOnlyDictionary<string, string>> StatesAsync()
    {
        var alerts = JsonNode.Parse(await _client.GetStringAsync(new Uri($"http://127.0.0.1:{_alertmanager}/api/v2/alerts"), _never.Token))!.AsArray();
        return alerts.ToDictionary(alert => $"{alert!["labels"]!["alertname"]} {alert["labels"]!["severity"]}", alert => (string)alert!["status"]!["state"]!);
    }

    /// <summary>Asks again and again; a server that isn't up yet does not answer.</summary>
    private async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                if (await holds())
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
            }

            if (_never.IsCancellationRequested || _servers.Any(server => server.HasExited))
                throw new TimeoutException($"It did not come to pass. Received: {string.Join("; ", _receivers.Messages)}\n{string.Join("\n\n", _servers.Select(server => server.Output))}");
            await pause.WaitForNextTickAsync();
        }
    }
}
