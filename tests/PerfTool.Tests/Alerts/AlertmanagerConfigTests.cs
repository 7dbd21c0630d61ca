using PerfTool.Alerts.Alertmanager;
using PerfTooling.Shared;

namespace PerfTool.Tests.Alerts;

/// <summary>Who is told, asked of Alertmanager's own tool.</summary>
public sealed class AlertmanagerConfigTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AlertmanagerConfigTests()
    {
        _folder.Write("alertmanager.yml", AlertmanagerConfig.Render(new AlertmanagerPlaces()));
        _folder.Write("secrets/slack-url", "http://127.0.0.1/slack");
        _folder.Write("secrets/pagerduty-key", "key");
    }

    public void Dispose() => _folder.Dispose();

    [PrometheusFact]
    public void The_file_is_one_that_Alertmanager_takes() => Promtool.Run(PrometheusTools.Amtool, _folder.Path, "check-config", "alertmanager.yml");

    [PrometheusFact]
    public void A_mail_server_that_asks_who_it_is_gets_a_password_from_a_file()
    {
        _folder.Write("alertmanager.yml", AlertmanagerConfig.Render(new AlertmanagerPlaces { SmtpUser = "alerts" }));

        Promtool.Run(PrometheusTools.Amtool, _folder.Path, "check-config", "alertmanager.yml");
        Assert.Contains("smtp_auth_password_file: secrets/smtp-password", _folder.Read("alertmanager.yml"), StringComparison.Ordinal);
    }

    [PrometheusTheory]
    [InlineData("severity=critical", "pagerduty,slack-critical")]
    [InlineData("severity=warning", "slack")]
    [InlineData("severity=info", "email")]
    [InlineData("alertname=SomeoneElses", "email")]
    public void A_severity_goes_to_its_receivers(string labels, string receivers) =>
        Promtool.Run(PrometheusTools.Amtool, _folder.Path, "config", "routes", "test", "--config.file=alertmanager.yml", $"--verify.receivers={receivers}", labels);

    [Fact]
    public void Nothing_secret_is_in_it() => Assert.DoesNotContain("key: ", _folder.Read("alertmanager.yml"), StringComparison.Ordinal);
}
