namespace Congregation.Data.Entities;

/// <summary>One term of a product a church pays for. A renewal ends one row and starts the next.</summary>
public sealed class Subscription
{
    public int Id { get; set; }
    public int ChurchId { get; set; }
    public Church Church { get; set; } = null!;
    public required string Product { get; set; }
    public SubscriptionStatus Status { get; set; }
    public long PriceCents { get; set; }
    public DateOnly StartedOn { get; set; }
    public DateOnly EndsOn { get; set; }

    /// <summary>Stays set after the trial was converted, so filter by <see cref="Status"/> too.</summary>
    public DateOnly? TrialEndsOn { get; set; }
}
