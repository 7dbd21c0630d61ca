namespace PerfMonitor.Metrics;

/// <summary>How a message goes out.</summary>
public enum MessageChannel
{
    /// <summary>A text message, which costs money.</summary>
    Sms,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A push notification.</summary>
    Push,
}
