namespace PerfTool.Alerts;

/// <summary>How urgent it is, which decides who is told.</summary>
internal enum AlertSeverity
{
    /// <summary>To be read when there is time: by e-mail.</summary>
    Info,

    /// <summary>To be looked at today: to Slack.</summary>
    Warning,

    /// <summary>Somebody is woken: to PagerDuty, and to Slack.</summary>
    Critical,
}
