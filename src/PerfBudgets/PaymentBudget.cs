namespace PerfBudgets;

/// <summary>What is asked of payments, for monitoring.</summary>
/// <param name="FailedPerHour">So many failed payments within an hour are an alarm; 1 or more.</param>
public sealed record PaymentBudget(int FailedPerHour)
{
    /// <summary>What holds where the file says nothing: the first failed payment is an alarm.</summary>
    public static PaymentBudget Default { get; } = new(1);
}
