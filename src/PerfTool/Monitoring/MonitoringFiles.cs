using System.Collections.Immutable;
using PerfBudgets;
using PerfTool.Alerts;
using PerfTool.Alerts.Alertmanager;
using PerfTool.Alerts.NewRelic;
using PerfTool.Alerts.Prometheus;
using PerfTool.Dashboards;

namespace PerfTool.Monitoring;

/// <summary>All that is rendered from one perf-budgets.json.</summary>
internal static class MonitoringFiles
{
    private const string Comment = $"# Made by {MonitoringFile.Mark} from perf-budgets.json: change that, and render again.\n";

    public static ImmutableArray<MonitoringFile> Of(BudgetFile budgets, AlertTiming timing, AlertmanagerPlaces places)
    {
        var catalogue = AlertCatalogue.From(budgets, timing);
        return
        [
            new("prometheus-rules.yml", $"Prometheus: {catalogue.Policies.Sum(policy => policy.Rules.Length)} alerts of {catalogue.Policies.Length} policies", Comment + PrometheusRules.Render(catalogue)),
            new("alertmanager.yml", "Alertmanager: who is told", Comment + AlertmanagerConfig.Render(places)),
            new("newrelic.tf", "New Relic by Terraform: the same policies, and who is told", Comment + NewRelicTerraform.Render(catalogue)),
            .. DashboardCatalogue.From(budgets).Select(dashboard =>
                new MonitoringFile($"grafana/{dashboard.Id}.json", $"Grafana: {dashboard.Panels.Length} graphs", GrafanaJson.Render(dashboard, Comment.TrimStart('#', ' ').TrimEnd()))),
        ];
    }
}
