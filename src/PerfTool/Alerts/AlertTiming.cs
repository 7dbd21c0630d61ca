namespace PerfTool.Alerts;

/// <summary>How long alerts look back and wait, and how much must have happened before they speak.</summary>
internal sealed record AlertTiming
{
    /// <summary>
    /// How far back percentiles, shares and counts look. Long enough to hold <see cref="MinimumVolume"/> requests of a small service, short enough that what is over is soon forgotten.
    /// </summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How far back failed payments are counted: perf-budgets.json limits them by the hour.</summary>
    public TimeSpan PaymentWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long it must hold before somebody is woken. One slow minute at the end of which all is well is no reason.</summary>
    public TimeSpan CriticalFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The same for a warning.</summary>
    public TimeSpan WarningFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The same for what goes by e-mail. Metrics are missing for a moment whenever a service starts.</summary>
    public TimeSpan InfoFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Values without which a percentile or a share says nothing: of 20, the 95th percentile is the slowest but one. Higher percentiles ask for more: the 99th for 100.</summary>
    public int MinimumVolume { get; init; } = 20;

    /// <summary>Slow queries within <see cref="Window"/> that are an alarm: one a minute. A single one is for the slow-query log, not for people.</summary>
    public int SlowQueries { get; init; } = 10;

    /// <summary>How long an answer of such urgency must have been yes.</summary>
    public TimeSpan For(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Critical => CriticalFor,
        AlertSeverity.Warning => WarningFor,
        _ => InfoFor,
    };
}
