using PerfTool.Alerts;
using PerfTool.Alerts.Prometheus;

namespace PerfTool.Tests.Alerts;

public class AlertCatalogueTests
{
    [Fact]
    public void The_sample_has_eight_policies_and_that_of_the_service_as_such() => Assert.Equal(
        ["service", "database-latency", "slow-queries", "auth", "billing", "conversations", "messages", "delivery", "failed-payments"],
        AlertCatalogue.From(Budgets.Sample, new AlertTiming()).Policies.Select(policy => policy.Id));

    [Fact]
    public void Operations_that_differ_in_their_limits_have_rules_of_their_own() => Assert.Equal(
        ["ShopShopListP95 critical shop.list > 1", "ShopShopPayP95 critical shop.pay > 2", "ShopShopListP95 warning shop.list > 0.5", "ShopMissing info"],
        Rules("""{ "shop.list": { "p95": { "warning": "500 ms", "critical": "1 s" } }, "shop.pay": { "p95": { "critical": "2 s" } } }"""));

    [Fact]
    public void Each_percentile_has_a_rule_of_its_own() => Assert.Equal(
        ["ShopP50 critical shop.list > 0.2", "ShopP99 critical shop.list > 1", "ShopMissing info"],
        Rules("""{ "shop.list": { "p50": { "critical": "200 ms" }, "p99": { "critical": "1 s" } } }"""));

    [Fact]
    public void Operations_with_targets_alone_are_not_watched() => Assert.Empty(Rules("""{ "shop.list": { "p95": { "target": "500 ms" } } }"""));

    [Fact]
    public void Areas_called_like_another_policy_are_told_apart() => Assert.Equal(
        ["service", "database-latency", "slow-queries", "operations-delivery", "delivery", "failed-payments"],
        AlertCatalogue.From(Budgets.Of("""{ "delivery.send": { "p95": { "critical": "1 s" } } }"""), new AlertTiming()).Policies.Select(policy => policy.Id));

    private static IEnumerable<string> Rules(string operations) =>
        from policy in AlertCatalogue.From(Budgets.Of(operations), new AlertTiming()).Policies
        where policy.Id == "shop"
        from rule in policy.Rules
        let question = rule.Question is AlertQuestion.PercentileOver percentile ? $" {string.Join('|', percentile.Filters[0].Values)} > {PromQl.Number(percentile.Seconds)}" : ""
        select $"{PrometheusRules.AlertName(policy, rule)} {rule.Severity.ToString().ToLowerInvariant()}{question}";
}
