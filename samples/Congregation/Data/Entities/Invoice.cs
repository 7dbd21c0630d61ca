namespace Congregation.Data.Entities;

public sealed class Invoice
{
    public int Id { get; set; }

    /// <summary>The tenant, repeated here so that a church's invoices are found without a join.</summary>
    public int ChurchId { get; set; }

    public Church Church { get; set; } = null!;
    public int SubscriptionId { get; set; }
    public Subscription Subscription { get; set; } = null!;

    /// <summary>The number the payment provider knows it by, such as <c>INV-2025-004211</c>.</summary>
    public required string Number { get; set; }

    public InvoiceStatus Status { get; set; }
    public long AmountCents { get; set; }
    public DateOnly IssuedOn { get; set; }
    public DateTime? PaidAt { get; set; }
}
