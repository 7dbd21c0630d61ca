using Congregation.Api.Monitoring;
using Congregation.Data.Services;
using PerfMonitor.Metrics;

namespace Congregation.Api.Delivery;

/// <summary>Hands over what is due, once.</summary>
internal sealed class DeliveryBatch(
    DeliveryService deliveries, IDeliveryProvider provider, DeliveryMetrics metrics, TimeProvider time, ILogger<DeliveryBatch> logger)
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
                metrics.Sent(delivery.Channel.ToMetric());
                metrics.SmsCost(handover.CostMicros / 1_000_000m);
            }
            catch (HttpRequestException error)
            {
                logger.LogWarning(error, "Delivery {DeliveryId} was not taken by the provider.", delivery.Id);
                await deliveries.MarkAttemptFailedAsync(delivery, now, cancellationToken);
                if (delivery.Attempts + 1 >= DeliveryService.MaxAttempts)
                    metrics.Failed(delivery.Channel.ToMetric());
            }
        }

        return due.Count;
    }
}
