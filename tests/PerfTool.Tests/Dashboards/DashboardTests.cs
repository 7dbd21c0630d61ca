using System.Text.Json.Nodes;
using PerfTool.Alerts;
using PerfTool.Alerts.Prometheus;
using PerfTool.Dashboards;
using PerfTool.Files;
using PerfTool.Tests.Alerts;
using PerfTooling.Shared;

namespace PerfTool.Tests.Dashboards;

public class DashboardTests
{
    private static readonly IReadOnlyList<Dashboard> s_dashboards = DashboardCatalogue.From(Budgets.Sample);

    private static IEnumerable<string> Expressions => s_dashboards.SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Queries).Select(query => query.Expression);

    [PrometheusFact]
    public void Prometheus_understands_every_graph()
    {
        // As Grafana asks, which puts in its variables.
        var rules = Expressions.Select((expression, i) => Yaml.Map(
            ("record", $"graph:{i}"), ("expr", expression.Replace("$__rate_interval", "5m", StringComparison.Ordinal).Replace("$job", ".*", StringComparison.Ordinal)))).ToList();
        using var folder = new TemporaryFolder();
        folder.Write("rules.yml", Yaml.Write(Yaml.Map(("groups", new[] { Yaml.Map(("name", "graphs"), ("rules", rules)) }))));

        Assert.Contains($"{rules.Count} rules found", Promtool.Run(PrometheusTools.Promtool, folder.Path, "check", "rules", "rules.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_instrument_is_in_a_graph() =>
        Assert.All(WatchedMetric.All, metric => Assert.Contains(Expressions, expression => expression.Contains(PrometheusNames.Of(metric), StringComparison.Ordinal)));

    [Fact]
    public void Every_operation_has_a_graph() =>
        Assert.Subset(s_dashboards.Single(dashboard => dashboard.Id == "perfmonitor-operations").Panels.Select(panel => panel.Title).ToHashSet(), Budgets.Sample.Operations.Keys.ToHashSet());

    [Fact]
    public void Limits_of_the_budget_are_lines()
    {
        var panel = Json("perfmonitor-operations")["panels"]!.AsArray().Single(panel => (string)panel!["title"]! == "auth.login")!;

        Assert.Equal(
            ["green", "yellow 1", "red 1.5"],
            panel["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]!.AsArray().Select(step => $"{step!["color"]} {step["value"]}".Trim()));
    }

    [Fact]
    public void Failed_payments_have_their_limit()
    {
        var panel = Json("perfmonitor-billing")["panels"]!.AsArray().Single(panel => (string)panel!["title"]! == "Failed payments, an hour")!;

        Assert.Equal(
            ["green", "yellow 1"],
            panel["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]!.AsArray().Select(step => $"{step!["color"]} {step["value"]}".Trim()));
    }

    [Fact]
    public void A_share_turns_red_where_it_falls()
    {
        var panel = Json("perfmonitor-delivery")["panels"]![0]!;

        Assert.Equal(
            ["red", "yellow 0.95", "green 0.98"],
            panel["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]!.AsArray().Select(step => $"{step!["color"]} {step["value"]}".Trim()));
    }

    [Fact]
    public void No_two_graphs_lie_on_each_other() => Assert.All(s_dashboards, dashboard =>
    {
        var places = Json(dashboard.Id)["panels"]!.AsArray().Select(panel => (string)panel!["gridPos"]!["x"]!.ToString() + "/" + panel["gridPos"]!["y"]).ToList();
        Assert.Equal(places.Distinct(), places);
    });

    private static JsonNode Json(string id) => JsonNode.Parse(GrafanaJson.Render(s_dashboards.Single(dashboard => dashboard.Id == id), ""))!;
}
