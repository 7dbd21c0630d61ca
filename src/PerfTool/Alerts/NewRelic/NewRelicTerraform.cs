namespace PerfTool.Alerts.NewRelic;

/// <summary>
/// The catalogue for Terraform's provider newrelic/newrelic: policies and their NRQL conditions, destinations, channels, and workflows that lead from the ones to the others. Keys are variables,
/// marked sensitive. Slack's destination has to be made once in New Relic's own pages, since it asks for a person's consent.
/// </summary>
internal static class NewRelicTerraform
{
    private static readonly TimeSpan s_slide = TimeSpan.FromMinutes(1);

    public static string Render(AlertCatalogue catalogue)
    {
        var hcl = new Hcl();
        hcl.Block("terraform", () => hcl.Block("required_providers", () => hcl.Block("newrelic =", () => hcl.Text("source", "newrelic/newrelic"))));
        Variable(hcl, "pagerduty_key", "Integration key of a PagerDuty service.", sensitive: true);
        Variable(hcl, "slack_destination_id", "The id of the Slack destination that was made in New Relic's pages.");
        Variable(hcl, "slack_channel_id", "The id of the Slack channel.");
        Variable(hcl, "email", "Who reads what is not urgent.");
        var policies = new ResourceNames();
        var conditions = new ResourceNames();
        List<string> urgent = [];
        List<string> info = [];
        foreach (var policy in catalogue.Policies.Select(Askable))
        {
            if (policy.Rules.Any(IsUrgent))
            {
                urgent.Add(policies.Take(policy.Id));
                Policy(hcl, urgent[^1], policy.Title, policy.Rules.Where(IsUrgent), conditions);
            }

            if (!policy.Rules.All(IsUrgent))
            {
                info.Add(policies.Take(policy.Id + "_info"));
                Policy(hcl, info[^1], policy.Title + " (by e-mail)", policy.Rules.Where(rule => !IsUrgent(rule)), conditions);
            }
        }

        Destination(hcl, "pagerduty", "PAGERDUTY_SERVICE_INTEGRATION", property: "", value: null, () => hcl.Block("auth_token", () => hcl.Text("prefix", "Token token=").Expression("token", "var.pagerduty_key")));
        Destination(hcl, "email", "EMAIL", "email", "var.email");
        Channel(hcl, "pagerduty", "PAGERDUTY_SERVICE_INTEGRATION", "newrelic_notification_destination.pagerduty.id", "summary", Hcl.Quote("{{ issueTitle }}"));
        Channel(hcl, "slack", "SLACK", "var.slack_destination_id", "channelId", "var.slack_channel_id");
        Channel(hcl, "email", "EMAIL", "newrelic_notification_destination.email.id", "subject", Hcl.Quote("{{ issueTitle }}"));
        Workflow(hcl, "critical", urgent, "CRITICAL", "pagerduty", "slack");
        // An issue's priority is the highest it has had: one whose critical has been told is not told again as a warning.
        Workflow(hcl, "warning", urgent, "HIGH", "slack");
        Workflow(hcl, "info", info, null, "email");
        return hcl.ToString();
    }

    /// <summary>The policy without what New Relic can't tell: there, a service that is down looks like one that was taken away.</summary>
    private static AlertPolicy Askable(AlertPolicy policy) => policy with { Rules = [.. policy.Rules.Where(rule => rule.Question is not AlertQuestion.Down)] };

    private static bool IsUrgent(AlertRule rule) => rule.Severity > AlertSeverity.Info;

    private static void Variable(Hcl hcl, string name, string description, bool sensitive = false) => hcl.Block($"variable \"{name}\"", () =>
    {
        hcl.Expression("type", "string").Text("description", description);
        if (sensitive)
            hcl.Expression("sensitive", "true");
    });

    /// <summary>A policy, and a condition for each rule: those of one name ask the same, so that they are one condition with two limits.</summary>
    private static void Policy(Hcl hcl, string name, string title, IEnumerable<AlertRule> rules, ResourceNames names)
    {
        hcl.Block($"resource \"newrelic_alert_policy\" \"{name}\"", () => hcl.Text("name", title).Text("incident_preference", "PER_CONDITION_AND_TARGET"));
        foreach (var condition in rules.GroupBy(rule => (rule.Name, Nrql.Of(rule.Question))))
            hcl.Block($"resource \"newrelic_nrql_alert_condition\" \"{names.Take($"{name}_{condition.Key.Name}")}\"", () => Condition(hcl, name, title, [.. condition]));
    }

    private static void Condition(Hcl hcl, string policy, string title, IReadOnlyList<AlertRule> rules)
    {
        var question = rules[0].Question;
        var window = question.Window.TotalSeconds;
        hcl.Expression("policy_id", $"newrelic_alert_policy.{policy}.id")
            .Text("name", $"{title}: {rules[0].Name}")
            .Text("description", string.Join("; ", rules.Select(rule => $"{rule.Severity}: {rule.Summary.Replace(AlertRule.ByPlace, "an operation or channel", StringComparison.Ordinal)}")))
            .Number("aggregation_window", window)
            .Number("slide_by", s_slide.TotalSeconds)
            .Text("aggregation_method", "event_flow")
            .Number("aggregation_delay", 120)
            // A service that is gone or silent leaves nothing open.
            .Number("expiration_duration", Math.Max(window, 600))
            .Expression("close_violations_on_expiration", "true")
            .Number("violation_time_limit_seconds", TimeSpan.FromDays(3).TotalSeconds)
            .Block("nrql", () => hcl.Text("query", Nrql.Of(question)));
        foreach (var rule in rules)
        {
            // A window spans ten minutes and more: it has waited long enough by itself.
            var (operation, threshold) = Nrql.Limit(rule.Question);
            hcl.Block(rule.Severity == AlertSeverity.Critical ? "critical" : "warning", () =>
                hcl.Text("operator", operation).Number("threshold", threshold).Number("threshold_duration", window).Text("threshold_occurrences", "at_least_once"));
        }
    }

    private static void Destination(Hcl hcl, string name, string type, string property, string? value, Action? more = null) => hcl.Block($"resource \"newrelic_notification_destination\" \"{name}\"", () =>
    {
        hcl.Text("name", $"PerfMonitor {name}").Text("type", type);
        hcl.Block("property", () => hcl.Text("key", property).Expression("value", value ?? "\"\""));
        more?.Invoke();
    });

    private static void Channel(Hcl hcl, string name, string type, string destination, string property, string value) => hcl.Block($"resource \"newrelic_notification_channel\" \"{name}\"", () =>
    {
        hcl.Text("name", $"PerfMonitor {name}").Text("type", type).Expression("destination_id", destination).Text("product", "IINT");
        hcl.Block("property", () => hcl.Text("key", property).Expression("value", value));
    });

    private static void Workflow(Hcl hcl, string name, IReadOnlyList<string> policies, string? priority, params string[] channels) => hcl.Block($"resource \"newrelic_workflow\" \"{name}\"", () =>
    {
        hcl.Text("name", $"PerfMonitor {name}").Text("muting_rules_handling", "DONT_NOTIFY_FULLY_MUTED_ISSUES");
        hcl.Block("issues_filter", () =>
        {
            hcl.Text("name", name).Text("type", "FILTER");
            hcl.Block("predicate", () => hcl.Text("attribute", "labels.policyIds").Text("operator", "EXACTLY_MATCHES").Expression(
                "values", $"[{string.Join(", ", policies.Select(policy => $"newrelic_alert_policy.{policy}.id"))}]"));
            if (priority is not null)
                hcl.Block("predicate", () => hcl.Text("attribute", "priority").Text("operator", "EQUAL").Expression("values", $"[\"{priority}\"]"));
        });
        foreach (var channel in channels)
            hcl.Block("destination", () => hcl.Expression("channel_id", $"newrelic_notification_channel.{channel}.id"));
    });
}
