using PerfTooling.Shared;

namespace Congregation.Tests.Chain;

public sealed class MonitoringChainTests(SqliteChain chain) : IClassFixture<SqliteChain>
{
    [PrometheusFact]
    public void Every_metric_that_a_rule_asks_for_is_served() => Assert.Empty(chain.MetricsNotServed);

    [PrometheusFact]
    public void A_critical_wakes_somebody_and_is_told_in_the_channel() => Assert.Equal(
        ["pagerduty: trigger congregation: delivery", "slack: danger congregation: delivery"],
        chain.Messages.Where(message => message.Subject.EndsWith("delivery", StringComparison.Ordinal)).Select(message => $"{message.To}: {message.Subject}").Order());

    [PrometheusFact]
    public void A_warning_is_told_in_the_channel_alone() => Assert.Equal(
        ["slack: warning congregation: failed-payments"],
        chain.Messages.Where(message => message.Body.Contains("A payment failed", StringComparison.Ordinal)).Select(message => $"{message.To}: {message.Subject}"));

    [PrometheusFact]
    public void Everything_else_goes_by_mail() => Assert.Contains(
        "(FailedPaymentsMissing info)", Assert.Single(chain.Messages, message => message.To == "email").Subject, StringComparison.Ordinal);

    [PrometheusFact]
    public void A_warning_keeps_quiet_while_its_critical_fires() => Assert.Equal("suppressed", chain.States["DeliverySuccessRate warning"]);

    [PrometheusFact]
    public void Nothing_else_is_sent() => Assert.Equal(4, chain.Messages.Count);

    [PrometheusFact]
    public void Nothing_else_fires() => Assert.Equal(
        ["DeliverySuccessRate critical", "DeliverySuccessRate warning", "FailedPaymentsCount warning", "FailedPaymentsMissing info"], chain.States.Keys.Order());

    [PostgreSqlChainFact]
    public async Task On_PostgreSQL_the_same_is_sent()
    {
        var other = new PostgreSqlChain();
        try
        {
            await other.InitializeAsync();

            Assert.Equal(chain.Messages.Select(message => (message.To, message.Subject)).Order(), other.Messages.Select(message => (message.To, message.Subject)).Order());
        }
        finally
        {
            await other.DisposeAsync();
        }
    }
}
