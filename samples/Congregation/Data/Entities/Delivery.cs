namespace Congregation.Data.Entities;

/// <summary>One message on its way to one member.</summary>
public sealed class Delivery
{
    public long Id { get; set; }
    public long MessageId { get; set; }
    public ConversationMessage Message { get; set; } = null!;
    public int RecipientId { get; set; }
    public Member Recipient { get; set; } = null!;
    public DeliveryChannel Channel { get; set; }
    public DeliveryStatus Status { get; set; }

    /// <summary>What the SMS or e-mail provider calls it; known once it was handed over.</summary>
    public string? ProviderMessageId { get; set; }

    public int Attempts { get; set; }
    public DateTime QueuedAt { get; set; }

    /// <summary>When to try (again); null once there is nothing left to try.</summary>
    public DateTime? NextAttemptAt { get; set; }

    public DateTime? DeliveredAt { get; set; }

    /// <summary>Millionths of a dollar: an SMS costs less than a cent.</summary>
    public long CostMicros { get; set; }
}
