using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Services;

public sealed class DeliveryService(CongregationDbContext db)
{
    /// <summary>After this many failed attempts a delivery is given up.</summary>
    public const int MaxAttempts = 5;

    public Task<List<DeliveryView>> OfMessageAsync(
        int churchId, long messageId, CancellationToken cancellationToken = default) =>
        db.Deliveries
            .Where(delivery => delivery.MessageId == messageId && delivery.Message.Conversation.ChurchId == churchId)
            .Select(delivery => new DeliveryView(
                delivery.Id, delivery.RecipientId, delivery.Channel, delivery.Status, delivery.DeliveredAt))
            .ToListAsync(cancellationToken);

    /// <summary>What the dispatcher hands to the provider next, longest waiting first.</summary>
    public Task<List<DueDelivery>> DueAsync(DateTime now, int take, CancellationToken cancellationToken = default) =>
        db.Deliveries
            .Where(delivery => delivery.Status == DeliveryStatus.Queued && delivery.NextAttemptAt <= now)
            .OrderBy(delivery => delivery.NextAttemptAt)
            .Take(take)
            .Select(delivery => new DueDelivery(
                delivery.Id,
                delivery.Channel,
                delivery.Attempts,
                delivery.Recipient.PhoneNumber,
                delivery.Recipient.Email,
                delivery.Message.Body))
            .ToListAsync(cancellationToken);

    public Task<int> MarkSentAsync(
        long deliveryId, string providerMessageId, long costMicros, CancellationToken cancellationToken = default) =>
        db.Deliveries
            .Where(delivery => delivery.Id == deliveryId)
            .ExecuteUpdateAsync(
                update => update
                    .SetProperty(delivery => delivery.Status, DeliveryStatus.Sent)
                    .SetProperty(delivery => delivery.ProviderMessageId, providerMessageId)
                    .SetProperty(delivery => delivery.CostMicros, costMicros)
                    .SetProperty(delivery => delivery.Attempts, delivery => delivery.Attempts + 1)
                    .SetProperty(delivery => delivery.NextAttemptAt, (DateTime?)null),
                cancellationToken);

    /// <summary>Puts a delivery back into the queue, or gives it up after <see cref="MaxAttempts"/>.</summary>
    public Task<int> MarkAttemptFailedAsync(DueDelivery delivery, DateTime now, CancellationToken cancellationToken = default)
    {
        var attempts = delivery.Attempts + 1;
        var givenUp = attempts >= MaxAttempts;
        var status = givenUp ? DeliveryStatus.Failed : DeliveryStatus.Queued;
        DateTime? next = givenUp ? null : now.AddMinutes(1 << attempts);
        return db.Deliveries
            .Where(row => row.Id == delivery.Id)
            .ExecuteUpdateAsync(
                update => update
                    .SetProperty(row => row.Status, status)
                    .SetProperty(row => row.Attempts, attempts)
                    .SetProperty(row => row.NextAttemptAt, next),
                cancellationToken);
    }

    /// <summary>Notes what the provider reports of a message it was handed.</summary>
    /// <returns>What became of it; null if no delivery carries that provider id.</returns>
    public async Task<RecordedReceipt?> RecordReceiptAsync(
        string providerMessageId, bool delivered, DateTime at, CancellationToken cancellationToken = default)
    {
        var delivery = await db.Deliveries
            .FirstOrDefaultAsync(delivery => delivery.ProviderMessageId == providerMessageId, cancellationToken);
        if (delivery is null)
            return null;

        // Providers report more than once.
        var isNews = delivery.Status == DeliveryStatus.Sent;
        delivery.Status = delivered ? DeliveryStatus.Delivered : DeliveryStatus.Failed;
        delivery.DeliveredAt = delivered ? at : null;
        await db.SaveChangesAsync(cancellationToken);
        return new RecordedReceipt(delivery.Channel, at - delivery.QueuedAt, isNews);
    }
}
