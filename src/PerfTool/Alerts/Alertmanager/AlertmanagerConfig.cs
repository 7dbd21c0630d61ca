using PerfTool.Files;

namespace PerfTool.Alerts.Alertmanager;

/// <summary>
/// Who is told of what: critical alerts go to PagerDuty and Slack, warnings to Slack, everything else by e-mail. A warning keeps quiet while its critical fires, and e-mail about a percentile while
/// either does. Secrets are files beside it, which are never rendered.
/// </summary>
internal static class AlertmanagerConfig
{
    public const string PagerDuty = "pagerduty";
    public const string SlackCritical = "slack-critical";
    public const string Slack = "slack";
    public const string Email = "email";

    /// <summary>What makes two alerts the same but for their severity. Labels that neither has are equal too.</summary>
    private static readonly string[] s_same = ["alertname", "job", "operation", "channel"];

    public static string Render(AlertmanagerPlaces places) => Yaml.Write(Yaml.Map(
        ("global", Global(places)),
        ("route", Yaml.Map(
            ("receiver", Email),
            ("group_by", new[] { "policy", "job" }),
            ("group_wait", "30s"),
            ("group_interval", "5m"),
            // What goes by e-mail is a reminder once a day.
            ("repeat_interval", "24h"),
            ("routes", new[]
            {
                Route("critical", PagerDuty, goesOn: true),
                Route("critical", SlackCritical, goesOn: false),
                Route("warning", Slack, goesOn: false),
            }))),
        ("inhibit_rules", new[] { Inhibit("critical", "warning|info"), Inhibit("warning", "info") }),
        ("receivers", new[]
        {
            Receiver(PagerDuty, "pagerduty_configs", Yaml.Map(
                ("routing_key_file", places.PagerDutyKeyFile),
                ("severity", "critical"),
                ("description", "{{ .CommonLabels.job }}: {{ .CommonLabels.policy }}"),
                ("details", Yaml.Map(("alerts", "{{ range .Alerts }}{{ .Annotations.summary }}\n{{ end }}"))))),
            Receiver(SlackCritical, "slack_configs", SlackMessage(places.SlackChannel, "danger")),
            Receiver(Slack, "slack_configs", SlackMessage(places.SlackChannel, "warning")),
            Receiver(Email, "email_configs", Yaml.Map(("to", places.EmailTo), ("send_resolved", false))),
        })));

    private static object Global(AlertmanagerPlaces places)
    {
        var global = Yaml.Map(("smtp_smarthost", places.SmtpHost), ("smtp_from", places.EmailFrom), ("smtp_require_tls", places.SmtpTls));
        if (places.SmtpUser is { } user)
        {
            global.Add("smtp_auth_username", user);
            global.Add("smtp_auth_password_file", places.SmtpPasswordFile);
        }

        global.Add("slack_api_url_file", places.SlackUrlFile);
        global.Add("pagerduty_url", places.PagerDutyUrl);
        return global;
    }

    private static object Route(string severity, string receiver, bool goesOn)
    {
        var route = Yaml.Map(("receiver", receiver), ("matchers", new[] { $"severity=\"{severity}\"" }), ("repeat_interval", "4h"));
        if (goesOn)
            route.Add("continue", true);
        return route;
    }

    private static object Inhibit(string source, string targets) => Yaml.Map(
        ("source_matchers", new[] { $"severity=\"{source}\"" }), ("target_matchers", new[] { $"severity=~\"{targets}\"" }), ("equal", s_same));

    private static object Receiver(string name, string kind, object config) => Yaml.Map(("name", name), (kind, new[] { config }));

    private static object SlackMessage(string channel, string color) => Yaml.Map(
        ("channel", channel),
        ("send_resolved", true),
        ("color", "{{ if eq .Status \"firing\" }}" + color + "{{ else }}good{{ end }}"),
        ("title", "{{ if eq .Status \"resolved\" }}Resolved: {{ end }}{{ .CommonLabels.job }}: {{ .CommonLabels.policy }}"),
        ("text", "{{ range .Alerts }}{{ .Annotations.summary }}\n{{ end }}"));
}
