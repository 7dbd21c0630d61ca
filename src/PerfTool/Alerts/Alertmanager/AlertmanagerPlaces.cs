namespace PerfTool.Alerts.Alertmanager;

/// <summary>Where messages go. What is secret is named by its file, relative to the configuration's.</summary>
internal sealed record AlertmanagerPlaces
{
    /// <summary>Host and port of the mail server.</summary>
    public string SmtpHost { get; init; } = "localhost:25";

    /// <summary>Who Alertmanager signs in to the mail server as; null where that asks nobody.</summary>
    public string? SmtpUser { get; init; }

    /// <summary>The file with that user's password.</summary>
    public string SmtpPasswordFile { get; init; } = "secrets/smtp-password";

    public bool SmtpTls { get; init; } = true;

    public string EmailFrom { get; init; } = "alertmanager@example.com";

    public string EmailTo { get; init; } = "team@example.com";

    public string SlackChannel { get; init; } = "#alerts";

    /// <summary>The file with Slack's incoming webhook: whoever has it can write to the channel.</summary>
    public string SlackUrlFile { get; init; } = "secrets/slack-url";

    /// <summary>The file with the integration key of PagerDuty's Events API v2.</summary>
    public string PagerDutyKeyFile { get; init; } = "secrets/pagerduty-key";

    public string PagerDutyUrl { get; init; } = "https://events.pagerduty.com/v2/enqueue";
}
