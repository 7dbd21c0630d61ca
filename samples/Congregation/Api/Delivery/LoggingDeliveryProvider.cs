using Congregation.Data.Entities;
using Congregation.Data.Services;

namespace Congregation.Api.Delivery;

/// <summary>Sends nothing anywhere: the sample has no contract with a gateway.</summary>
internal sealed class LoggingDeliveryProvider(ILogger<LoggingDeliveryProvider> logger) : IDeliveryProvider
{
    private const long SmsCostMicros = 7_900;

    public Task<ProviderHandover> SendAsync(DueDelivery delivery, CancellationToken cancellationToken)
    {
        logger.LogDebug("Delivery {DeliveryId} would go out by {Channel}.", delivery.Id, delivery.Channel);
        var cost = delivery.Channel == DeliveryChannel.Sms ? SmsCostMicros : 0;
        return Task.FromResult(new ProviderHandover($"log-{Guid.NewGuid():n}", cost));
    }
}
