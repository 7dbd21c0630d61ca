namespace PerfBudgets;

/// <summary>What is asked of the messages that an application delivers, for monitoring.</summary>
/// <param name="SuccessRate">How many of the messages that were delivered or given up must have been delivered.</param>
/// <param name="Latency">How long 95 of 100 messages may take from their sending to their delivery; warning and critical are always there.</param>
public sealed record DeliveryBudget(ShareLimits SuccessRate, Limits Latency)
{
    /// <summary>What holds where the file says nothing: 98 % and 95 %, 5 s and 15 s.</summary>
    public static DeliveryBudget Default { get; } = new(new ShareLimits(0.98, 0.95), new Limits(null, Duration.Parse("5 s"), Duration.Parse("15 s")));
}
