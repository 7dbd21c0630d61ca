using Congregation.Data.Services;

namespace Congregation.Api.Delivery;

/// <summary>Hands over what is due, once.</summary>
internal sealed class DeliveryBatch(
    DeliveryService deliveries, IDeliveryProvider provider, TimeProvider time, ILogger<DeliveryBatch> logger)
{
    /// <returns>How many deliveries were due.</returns>
    public async Task<int> RunAsync(int size, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = await deliveries.DueAsync(now, size, cancellationToken);
        foreach (var delivery in due)
        {
            try
            {
                var handover = await provider.SendAsync(delivery, cancellationToken);
                await deliveries.MarkSentAsync(
                    delivery.Id, handover.ProviderMessageId, handover.CostMicros, cancellationToken);
            }
            catch (HttpRequestException error)
            {
                logger.LogWarning(error, "Delivery {DeliveryId} was not taken by the provider.", delivery.Id);
                await deliveries.MarkAttemptFailedAsync(delivery, now, cancellationToken);
            }
        }

        return due.Count;
    }
}
