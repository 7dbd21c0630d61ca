namespace PerfBudgets;

/// <summary>What is watched of trial subscriptions.</summary>
/// <param name="ExpiringWithinDays">Trials that end within so many days count as expiring; 1 to 365.</param>
public sealed record TrialBudget(int ExpiringWithinDays)
{
    /// <summary>What holds where the file says nothing: 7 days.</summary>
    public static TrialBudget Default { get; } = new(7);
}
